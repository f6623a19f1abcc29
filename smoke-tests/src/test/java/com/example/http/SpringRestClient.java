package com.example.http;

import com.example.http.Way.Client;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Spring's {@code RestClient} and {@code RestTemplate} over the clients they can stand on. */
public final class SpringRestClient implements Client {
    /** The cases' own; Spring sets it a factory. */
    private static final Duration SHORT = Duration.ofMillis(300);

    private final List<AutoCloseable> open = new ArrayList<>();

    @Override
    public List<Way> ways() {
        return List.of(
                new Rest("simple", simple(null), simple(SHORT)),
                new Template("simpletemplate", simple(null), simple(SHORT)),
                new Rest("apache", apache(null), apache(SHORT)),
                new Template("apachetemplate", apache(null), apache(SHORT)),
                new Rest("jdk", jdk(null), jdk(SHORT)),
                new Template("jdktemplate", jdk(null), jdk(SHORT)));
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable client : open) {
            client.close();
        }
    }

    private static ClientHttpRequestFactory simple(Duration timeout) {
        SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
        if (timeout != null) {
            factory.setReadTimeout((int) timeout.toMillis());
        }
        return factory;
    }

    private ClientHttpRequestFactory apache(Duration timeout) {
        RequestConfig.Builder config = RequestConfig.custom();
        if (timeout != null) {
            config.setResponseTimeout(Timeout.ofMilliseconds(timeout.toMillis()));
        }
        CloseableHttpClient client = HttpClients.custom().disableAutomaticRetries().setDefaultRequestConfig(config.build()).build();
        open.add(client);
        return new HttpComponentsClientHttpRequestFactory(client);
    }

    private static ClientHttpRequestFactory jdk(Duration timeout) {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        if (timeout != null) {
            factory.setReadTimeout(timeout);
        }
        return factory;
    }

    private static Way.Answer answer(ClientHttpResponse response) throws IOException {
        return new Way.Answer(response.getStatusCode().value(), response.getBody().readAllBytes());
    }

    /** What the JDK's client says when it is cancelled is now this, now that. */
    private static <T> T told(Callable<T> call) throws Exception {
        try {
            return call.call();
        } catch (ResourceAccessException thrown) {
            throw thrown.getCause() instanceof HttpTimeoutException ? new HttpTimeoutException("timeout") : thrown;
        }
    }

    private static MediaType type(Way.Ask ask) {
        return new MediaType(MediaType.parseMediaType(ask.contentType()), StandardCharsets.UTF_8);
    }

    private record Rest(String name, ClientHttpRequestFactory factory, ClientHttpRequestFactory hasty) implements Way {
        private RestClient.RequestBodySpec request(Ask ask) {
            return RestClient.create(new RestTemplate(ask.timeout() == null ? factory : hasty))
                    .post().uri(ask.uri()).contentType(type(ask)).header("x-case", ask.kind()).body(ask.body());
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            return told(() -> request(ask).exchange((sent, response) -> answer(response)));
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) throws Throwable {
            if (name.equals("apache") && ask.kind().equals("endless")) {
                // closing waits for the rest, which never comes; Spring's own response does so with the others too
                return false;
            }
            return request(ask).exchange((sent, response) -> {
                InputStream in = response.getBody();
                byte[] buffer = new byte[4096];
                String some = "";
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    some += new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                    if (some.contains("\n\n")) {
                        if (!each.test(some.getBytes(StandardCharsets.ISO_8859_1))) {
                            break;
                        }
                        some = "";
                    }
                }
                in.close();
                return true;
            }, false);
        }
    }

    private record Template(String name, ClientHttpRequestFactory factory, ClientHttpRequestFactory hasty) implements Way {
        @Override
        public Answer whole(Ask ask) throws Throwable {
            RestTemplate template = new RestTemplate(ask.timeout() == null ? factory : hasty);
            template.setErrorHandler(response -> false);
            return told(() -> template.execute(
                    ask.uri(),
                    HttpMethod.POST,
                    request -> {
                        request.getHeaders().setContentType(type(ask));
                        request.getHeaders().set("x-case", ask.kind());
                        request.getBody().write(ask.body().getBytes(StandardCharsets.UTF_8));
                    },
                    SpringRestClient::answer));
        }
    }
}
