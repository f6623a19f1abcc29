package com.example.http;

import com.example.http.Way.Client;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Apache's client 5 as it blocks: as a response to close, with a handler, and without any interceptor. */
public final class Apache5Client implements Client {
    private final CloseableHttpClient full = HttpClients.custom().disableAutomaticRetries().build();
    /** Repeats what is not said to be repeatable too. */
    private final CloseableHttpClient eager = HttpClients.custom()
            .setRetryStrategy(new DefaultHttpRequestRetryStrategy(2, TimeValue.ofMilliseconds(1)) {
                @Override
                protected boolean handleAsIdempotent(HttpRequest request) {
                    return true;
                }
            })
            .build();
    private final CloseableHttpClient minimal = HttpClients.createMinimal();

    @Override
    public List<Way> ways() {
        return List.of(new Open("open", full), new Handled(), new Open("minimal", minimal), new Open("eager", eager));
    }

    @Override
    public void close() throws IOException {
        full.close();
        minimal.close();
        eager.close();
    }

    private static HttpPost request(Way.Ask ask) {
        HttpPost post = new HttpPost(ask.uri());
        post.setHeader("x-case", ask.kind());
        post.setEntity(new StringEntity(ask.body(), ContentType.parse(ask.contentType()).withCharset(StandardCharsets.UTF_8)));
        if (ask.timeout() != null) {
            post.setConfig(RequestConfig.custom().setResponseTimeout(Timeout.ofMilliseconds(ask.timeout().toMillis())).build());
        }
        return post;
    }

    /** What the application finds among its own headers afterwards. */
    private static void unchanged(HttpPost post) {
        List<String> names = new ArrayList<>();
        for (Header header : post.getHeaders()) {
            names.add(header.getName().toLowerCase());
        }
        if (names.contains("traceparent") || post.getEntity().getClass() != StringEntity.class) {
            throw new IllegalStateException("changed: " + names + ' ' + post.getEntity());
        }
    }

    private record Open(String name, CloseableHttpClient client) implements Way {
        @Override
        public boolean triesAgain() {
            return name.equals("eager");
        }

        private CloseableHttpResponse execute(Ask ask, HttpPost post) throws IOException {
            // the minimal one wants to be told all; the other finds it out
            return name.equals("minimal")
                    ? client.execute(new HttpHost(ask.uri().getScheme(), ask.uri().getHost(), ask.uri().getPort()), post, HttpClientContext.create())
                    : client.execute(post);
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            HttpPost post = request(ask);
            try (CloseableHttpResponse response = execute(ask, post)) {
                return new Answer(response.getCode(), unpacked(response));
            } finally {
                unchanged(post);
            }
        }

        /** The minimal client leaves that to the application. */
        private static byte[] unpacked(CloseableHttpResponse response) throws IOException {
            InputStream in = response.getEntity().getContent();
            boolean packed = "gzip".equals(response.getEntity().getContentEncoding());
            return packed ? new java.util.zip.GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) throws Throwable {
            HttpPost post = request(ask);
            CloseableHttpResponse response = execute(ask, post);
            InputStream in = response.getEntity().getContent();
            byte[] buffer = new byte[4096];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!each.test(Arrays.copyOf(buffer, n))) {
                    post.abort();
                    break;
                }
            }
            try {
                response.close();
            } catch (IOException aborted) {
                // as documented
            }
            return true;
        }

        @Override
        public String cancel(Ask ask, Moment moment) throws Throwable {
            HttpPost post = request(ask);
            CompletableFuture<String> seen = CompletableFuture.supplyAsync(() -> {
                try (CloseableHttpResponse response = execute(ask, post)) {
                    return "answered " + EntityUtils.toString(response.getEntity());
                } catch (Exception thrown) {
                    return thrown instanceof IOException ? "cancelled" : thrown.toString();
                }
            });
            moment.await();
            post.abort();
            return seen.get();
        }
    }

    private final class Handled implements Way {
        @Override
        public String name() {
            return "handler";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            return full.execute(request(ask), response -> {
                java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
                response.getEntity().writeTo(out);
                return new Answer(response.getCode(), out.toByteArray());
            });
        }
    }
}
