package com.example.measure;

import com.sun.management.ThreadMXBean;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Requests that are no model calls, outside of any trace, once model calls have been made: {@code <base url>}. Bytes that the
 * calling thread allocates for one, the median of many.
 */
public final class PlainRequests {
    private static final int WARM_UP = 3000;
    private static final int MEASURED = 2001;
    private static final byte[] BODY = "{\"order\":7}".getBytes(StandardCharsets.UTF_8);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private PlainRequests() {}

    private interface Send {
        void once() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest call = request(args[0] + "/chat/completions", "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}");
        for (int i = 0; i < 10; i++) {
            client.send(call, BodyHandlers.ofString());
        }
        HttpRequest plain = request(args[0] + "/orders", new String(BODY, StandardCharsets.UTF_8));
        System.out.println("jdk " + bytes(() -> client.send(plain, BodyHandlers.discarding())));
        URI uri = URI.create(args[0] + "/orders");
        System.out.println("url " + bytes(() -> connect(uri)));
    }

    private static HttpRequest request(String uri, String body) {
        return HttpRequest.newBuilder(URI.create(uri))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static void connect(URI uri) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("content-type", "application/json");
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(BODY);
        }
        try (InputStream in = connection.getInputStream()) {
            in.readAllBytes();
        }
    }

    private static long bytes(Send send) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            send.once();
        }
        long[] allocated = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            send.once();
            allocated[i] = THREADS.getCurrentThreadAllocatedBytes() - before;
        }
        Arrays.sort(allocated);
        return allocated[MEASURED / 2];
    }
}
