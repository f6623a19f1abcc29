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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.client.DefaultServiceUnavailableRetryStrategy;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.client.LaxRedirectStrategy;
import org.apache.http.util.EntityUtils;

/** Apache's client 4: as a response to close, with a handler, without any interceptor, and the one of before 4.3. */
public final class Apache4Client implements Client {
    /** It tells of its tries with the time of day. */
    private static final Logger QUIET = Logger.getLogger("org.apache.http");

    static {
        QUIET.setLevel(Level.OFF);
    }

    private final CloseableHttpClient full = HttpClients.custom().disableAutomaticRetries().build();
    private final CloseableHttpClient eager = HttpClients.custom()
            .setRetryHandler(new DefaultHttpRequestRetryHandler(2, true))
            .setServiceUnavailableRetryStrategy(new DefaultServiceUnavailableRetryStrategy(2, 1))
            .setRedirectStrategy(new LaxRedirectStrategy())
            .build();
    @SuppressWarnings("deprecation") // of before 4.3, and still in use
    private final CloseableHttpClient old = new DefaultHttpClient();

    private final CloseableHttpClient minimal = HttpClients.createMinimal();

    @Override
    public List<Way> ways() {
        return List.of(new Open("open", full), new Handled(), new Open("minimal", minimal), new Open("old", old),
                new Open("eager", eager));
    }

    @Override
    public void close() throws IOException {
        full.close();
        minimal.close();
        old.close();
        eager.close();
    }

    @SuppressWarnings("deprecation") // what the old one looks at
    private static HttpPost request(Way.Ask ask) {
        HttpPost post = new HttpPost(ask.uri());
        post.setHeader("x-case", ask.kind());
        post.setEntity(new StringEntity(ask.body(), ContentType.create(ask.contentType(), StandardCharsets.UTF_8)));
        if (ask.timeout() != null) {
            post.getParams().setIntParameter("http.socket.timeout", (int) ask.timeout().toMillis());
            post.setConfig(RequestConfig.custom().setSocketTimeout((int) ask.timeout().toMillis()).build());
        }
        return post;
    }

    /** What the application finds among its own headers afterwards. */
    private static void unchanged(HttpPost post) {
        List<String> names = new ArrayList<>();
        for (Header header : post.getAllHeaders()) {
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
                    ? client.execute(new HttpHost(ask.uri().getHost(), ask.uri().getPort(), ask.uri().getScheme()), post, HttpClientContext.create())
                    : client.execute(post);
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            HttpPost post = request(ask);
            try (CloseableHttpResponse response = execute(ask, post)) {
                return new Answer(response.getStatusLine().getStatusCode(), unpacked(response));
            } finally {
                unchanged(post);
            }
        }

        /** The minimal client leaves that to the application. */
        private static byte[] unpacked(CloseableHttpResponse response) throws IOException {
            InputStream in = response.getEntity().getContent();
            Header encoding = response.getEntity().getContentEncoding();
            boolean packed = encoding != null && encoding.getValue().equals("gzip");
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
                    // where it just was decides
                    return thrown instanceof IOException || thrown instanceof IllegalStateException ? "cancelled" : thrown.toString();
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
                return new Answer(response.getStatusLine().getStatusCode(), out.toByteArray());
            });
        }
    }
}
