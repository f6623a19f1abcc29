package com.example.measure;

import com.sun.net.httpserver.HttpServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Reads a streamed answer of 50 MB and tells how much of the heap was alive at most meanwhile, and in the second after, in KiB. */
public final class BigStream {
    private static final int BYTES = 50_000_000;
    private static final int LOOK_EVERY = 2_500_000;
    /** More than a client reads ahead: until then the answer is not over for anybody. */
    private static final int LAST_LOOK = BYTES - LOOK_EVERY;
    private static final int LOOKS_AFTER = 20;

    private BigStream() {}

    public static void main(String[] args) throws Exception {
        byte[] event = ("data: {\"id\":\"i\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + "0123456789".repeat(100) + "\"}}]}\n\n")
                .getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("content-type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int sent = 0; sent < BYTES; sent += event.length) {
                    out.write(event);
                }
            }
        });
        server.start();
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/chat/completions");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"model\":\"big\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"all\"}]}"))
                .build();
        long most = 0;
        long read = 0;
        long look = 0;
        try (InputStream in = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body()) {
            byte[] buffer = new byte[16_384];
            int n;
            while ((n = in.read(buffer)) >= 0) {
                read += n;
                if (read >= look && read < LAST_LOOK) {
                    look += LOOK_EVERY;
                    most = Math.max(most, live());
                }
            }
        }
        System.out.println("read " + read);
        System.out.println("live " + (most >> 10));
        long after = 0;
        for (int i = 0; i < LOOKS_AFTER; i++) {
            after = Math.max(after, live());
            Thread.sleep(50);
        }
        System.out.println("after " + (after >> 10));
        server.stop(0);
    }

    private static long live() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
