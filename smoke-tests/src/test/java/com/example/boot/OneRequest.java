package com.example.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application, sends it one request over a bare socket, and ends: for the benchmark. */
public final class OneRequest {
    private OneRequest() {}

    public static void main(String[] args) throws Exception {
        ConfigurableApplicationContext context = ChatApplication.start(args);
        System.out.println("ready " + millis());
        String response = get(ChatApplication.port(context), "/chat/bench");
        System.out.println("answered " + millis());
        if (!response.startsWith("HTTP/1.1 200") || !response.contains("noon")) {
            throw new IllegalStateException(response);
        }
        System.exit(SpringApplication.exit(context));
    }

    /** Since the process's start, to its hundredth of a second. */
    private static long millis() {
        Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
        return Duration.between(start, Instant.now()).toMillis();
    }

    private static String get(int port, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET " + path + " HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
