package com.example.measure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Answers each chat completion request with the same bytes, as fast as it can, until stdin ends. Prints its port. */
public final class FixedServer {

    private static final String ANSWER =
            """
            {"id":"chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT","object":"chat.completion","created":1790000000,\
            "model":"gpt-4o-mini-2024-07-18","choices":[{"index":0,"message":{"role":"assistant","content":\
            "Money.cents takes a Rounding instead of a boolean, so that a call says which way it rounds; callers pass UP \
            for true and DOWN for false.","refusal":null,"annotations":[]},"logprobs":null,"finish_reason":"stop"}],\
            "usage":{"prompt_tokens":154,"completion_tokens":34,"total_tokens":188,"prompt_tokens_details":\
            {"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0,\
            "accepted_prediction_tokens":0,"rejected_prediction_tokens":0}},"service_tier":"default",\
            "system_fingerprint":"fp_44add6e8f1"}""";

    private FixedServer() {}

    public static void main(String[] args) throws Exception {
        byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-request-id: req_1\r\ncontent-length: "
                + body.length + "\r\n\r\n";
        byte[] answer = (head + ANSWER).getBytes(StandardCharsets.UTF_8);
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        System.out.println("http://127.0.0.1:" + server.getLocalPort() + "/v1");
        Thread accepting = new Thread(() -> accept(server, answer));
        accepting.setDaemon(true);
        accepting.start();
        while (System.in.read() >= 0) {
            // until whoever started it goes away
        }
        server.close();
    }

    private static void accept(ServerSocket server, byte[] answer) {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread serving = new Thread(() -> serve(socket, answer));
                serving.setDaemon(true);
                serving.start();
            }
        } catch (IOException closed) {
            // the end
        }
    }

    /** One write an answer: whether the client needs one read or two must not depend on chance. */
    private static void serve(Socket socket, byte[] answer) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            for (int length = requestHead(in); length >= 0; length = requestHead(in)) {
                in.skipNBytes(length);
                socket.getOutputStream().write(answer);
            }
        } catch (IOException gone) {
            // the client went away
        }
    }

    /** Reads up to the empty line; answers the length of the body, -1 at the end of the stream. */
    private static int requestHead(InputStream in) throws IOException {
        int length = 0;
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c != '\n') {
                line.append((char) c);
                continue;
            }
            String header = line.toString().trim().toLowerCase(Locale.ROOT);
            line.setLength(0);
            if (header.isEmpty()) {
                return length;
            }
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).trim());
            }
        }
        return -1;
    }
}
