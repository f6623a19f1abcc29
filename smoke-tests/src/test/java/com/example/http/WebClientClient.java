package com.example.http;

import com.example.http.Way.Answer;
import com.example.http.Way.Client;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Spring's WebClient over Reactor Netty, and over the JDK's client where Spring can do that. */
public final class WebClientClient implements Client {
    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT = new ParameterizedTypeReference<>() {};

    @Override
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>(List.of(new ToMono("mono", over(null)), new Exchanging(), new Events(), new Buffers()));
        ClientHttpConnector jdk = jdk(null);
        if (jdk != null) {
            ways.add(new OverJdk(jdk));
        }
        return ways;
    }

    @Override
    public void close() {}

    private static WebClient over(Duration timeout) {
        HttpClient client = HttpClient.create();
        return client(new ReactorClientHttpConnector(timeout == null ? client : client.responseTimeout(timeout)));
    }

    /** Spring's connector for the JDK's client, from 6.1 on; null before. */
    private static ClientHttpConnector jdk(Duration timeout) {
        try {
            Class<?> type = Class.forName("org.springframework.http.client.reactive.JdkClientHttpConnector");
            ClientHttpConnector connector = (ClientHttpConnector) type.getConstructor().newInstance();
            if (timeout != null) {
                type.getMethod("setReadTimeout", Duration.class).invoke(connector, timeout);
            }
            return connector;
        } catch (ClassNotFoundException older) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WebClient client(ClientHttpConnector connector) {
        return WebClient.builder()
                .clientConnector(connector)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
                .build();
    }

    private static WebClient.RequestHeadersSpec<?> asking(WebClient client, Way.Ask ask) {
        return client.post()
                .uri(ask.uri())
                .header("x-case", ask.kind())
                .contentType(MediaType.valueOf(ask.contentType()))
                .bodyValue(ask.body());
    }

    private static Mono<Answer> answer(ClientResponse response) {
        int status = status(response);
        return response.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).map(body -> new Answer(status, body));
    }

    /** {@code statusCode} answers another type from Spring 6 on. */
    private static int status(ClientResponse response) {
        try {
            Object status = ClientResponse.class.getMethod("statusCode").invoke(response);
            return status instanceof Number
                    ? ((Number) status).intValue()
                    : (Integer) Class.forName("org.springframework.http.HttpStatus" + (isNew() ? "Code" : ""))
                            .getMethod("value")
                            .invoke(status);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isNew() {
        try {
            Class.forName("org.springframework.http.HttpStatusCode");
            return true;
        } catch (ClassNotFoundException older) {
            return false;
        }
    }

    private static <T> Mono<T> inContext(Mono<T> answer) {
        return answer.flatMap(got -> Mono.deferContextual(context -> context.get("user").equals("me")
                        ? Mono.just(got)
                        : Mono.error(new IllegalStateException("" + context))))
                .contextWrite(context -> context.put("user", "me"));
    }

    /** Blocks; or cancels what it has subscribed to. */
    private static class ToMono implements Way {
        private final String name;
        private final WebClient plain;

        ToMono(String name, WebClient plain) {
            this.name = name;
            this.plain = plain;
        }

        @Override
        public String name() {
            return name;
        }

        WebClient client(Ask ask) {
            return ask.timeout() == null ? plain : over(ask.timeout());
        }

        @Override
        public Answer whole(Ask ask) {
            return inContext(asking(client(ask), ask).exchangeToMono(WebClientClient::answer)).block();
        }

        @Override
        public String cancel(Ask ask, Moment moment) throws Throwable {
            CompletableFuture<String> ended = new CompletableFuture<>();
            CompletableFuture<Boolean> reading = new CompletableFuture<>();
            Disposable subscription = asking(client(ask), ask)
                    .exchangeToMono(response -> response.bodyToMono(String.class).doOnSubscribe(body -> reading.complete(true)))
                    .doOnCancel(() -> ended.complete("cancelled"))
                    .subscribe(answer -> ended.complete("answered"), ended::completeExceptionally);
            moment.await();
            // a body that nobody reads yet is read to its end by Spring 5 when the call is cancelled
            reading.get();
            subscription.dispose();
            return ended.get();
        }
    }

    /** The type of the body is only said by what writes it. */
    private static final class Exchanging extends ToMono {
        Exchanging() {
            super("exchange", over(null));
        }

        @Override
        public Answer whole(Ask ask) {
            Mono<Answer> answer = client(ask)
                    .post()
                    .uri(ask.uri().toString())
                    .header("x-case", ask.kind())
                    .body((output, context) -> {
                        output.getHeaders().setContentType(MediaType.valueOf(ask.contentType()));
                        return BodyInserters.fromPublisher(pieces(ask), DataBuffer.class).insert(output, context);
                    })
                    .exchangeToMono(WebClientClient::answer);
            return inContext(answer).toFuture().join();
        }

        private static Flux<DataBuffer> pieces(Ask ask) {
            byte[] body = ask.body().getBytes(StandardCharsets.UTF_8);
            return Flux.defer(() -> DataBufferUtils.readInputStream(
                    () -> new java.io.ByteArrayInputStream(body),
                    org.springframework.core.io.buffer.DefaultDataBufferFactory.sharedInstance,
                    20));
        }
    }

    private static final class Events extends ToMono {
        Events() {
            super("events", over(null));
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) {
            asking(client(ask), ask)
                    .retrieve()
                    .bodyToFlux(EVENT)
                    .map(event -> (event.data() + "\n\n").getBytes(StandardCharsets.ISO_8859_1))
                    .takeWhile(each)
                    .blockLast();
            return true;
        }
    }

    private static class Buffers extends ToMono {
        Buffers() {
            super("buffers", over(null));
        }

        Buffers(String name, WebClient client) {
            super(name, client);
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) throws Throwable {
            CompletableFuture<Boolean> ended = new CompletableFuture<>();
            asking(client(ask), ask)
                    .exchangeToFlux(response -> response.bodyToFlux(DataBuffer.class))
                    .map(buffer -> {
                        byte[] piece = new byte[buffer.readableByteCount()];
                        buffer.read(piece);
                        DataBufferUtils.release(buffer);
                        return piece;
                    })
                    .takeWhile(each)
                    .subscribe(piece -> {}, ended::completeExceptionally, () -> ended.complete(true));
            return ended.get();
        }
    }

    private static final class OverJdk extends Buffers {
        OverJdk(ClientHttpConnector connector) {
            super("jdk", WebClientClient.client(connector));
        }

        @Override
        WebClient client(Ask ask) {
            return ask.timeout() == null ? super.client(ask) : WebClientClient.client(jdk(ask.timeout()));
        }

        /** Not one that goes on for ever: Spring caches the body here, and reads on when nobody listens any more. */
        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) throws Throwable {
            return !ask.kind().equals("endless") && super.stream(ask, each);
        }

        /** For the same reason. */
        @Override
        public String cancel(Ask ask, Moment moment) {
            return null;
        }
    }
}
