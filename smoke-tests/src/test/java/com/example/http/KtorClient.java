package com.example.http;

import com.example.http.Way.Client;
import io.ktor.client.HttpClient;
import io.ktor.client.HttpClientKt;
import io.ktor.client.engine.cio.CIO;
import io.ktor.client.plugins.HttpTimeoutKt;
import io.ktor.client.request.HttpRequestBuilder;
import io.ktor.client.statement.HttpResponse;
import io.ktor.client.statement.HttpResponseKt;
import io.ktor.client.statement.HttpStatement;
import io.ktor.http.ContentType;
import io.ktor.http.HttpMethod;
import io.ktor.http.content.TextContent;
import io.ktor.utils.io.ByteReadChannel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Deferred;
import kotlinx.coroutines.GlobalScope;
import kotlinx.io.Buffer;
import kotlinx.io.SourcesKt;

/** Ktor's, on its engine CIO, called as a compiler would. */
public final class KtorClient implements Client {
    private final HttpClient client = HttpClientKt.HttpClient(CIO.INSTANCE, config -> {
        config.install(HttpTimeoutKt.getHttpTimeout(), timeout -> Unit.INSTANCE);
        return Unit.INSTANCE;
    });

    @Override
    public List<Way> ways() {
        return List.of(new Saved(), new Streamed());
    }

    @Override
    public void close() {
        client.close();
    }

    private interface Suspending<T> {
        Object call(Continuation<? super T> caller);
    }

    @SuppressWarnings("unchecked") // what it answers once it is done
    private static <T> T blocking(Suspending<T> work) throws InterruptedException {
        return (T) BuildersKt.runBlocking(
                EmptyCoroutineContext.INSTANCE, (scope, caller) -> work.call((Continuation<? super T>) caller));
    }

    @SuppressWarnings("unchecked") // thrown as it is
    private static <X extends Throwable> X same(Throwable thrown) throws X {
        throw (X) thrown;
    }

    private HttpStatement post(Way.Ask ask) {
        HttpRequestBuilder request = new HttpRequestBuilder();
        request.setMethod(HttpMethod.Companion.getPost());
        io.ktor.http.URLParserKt.takeFrom(request.getUrl(), ask.uri().toString());
        request.getHeaders().append("x-case", ask.kind());
        request.setBody(new TextContent(ask.body(), ContentType.Companion.parse(ask.contentType()), null));
        HttpTimeoutKt.timeout(request, timeout -> {
            // without one, Ktor gives up by itself, and the big answer takes its time
            timeout.setRequestTimeoutMillis(ask.timeout() == null ? 30_000L : ask.timeout().toMillis());
            return Unit.INSTANCE;
        });
        return new HttpStatement(request, client);
    }

    /** How often Ktor puts what broke a body into another of its kind differs from run to run. */
    private static Throwable told(Way.Ask ask, Throwable thrown) {
        if (!ask.kind().equals("cut")) {
            return thrown;
        }
        Set<String> types = new LinkedHashSet<>();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            types.add(t.getClass().getName());
        }
        return new IllegalStateException(types.toString());
    }

    /** The whole answer in memory, as Ktor keeps it unless told otherwise. */
    private final class Saved implements Way {
        @Override
        public String name() {
            return "saved";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            try {
                HttpResponse response = KtorClient.<HttpResponse>blocking(caller -> post(ask).execute(caller));
                byte[] body = KtorClient.<byte[]>blocking(caller -> HttpResponseKt.bodyAsBytes(response, caller));
                return new Answer(response.getStatus().getValue(), body);
            } catch (Exception thrown) {
                throw told(ask, thrown);
            }
        }

        @Override
        public String cancel(Ask ask, Moment moment) throws Throwable {
            HttpStatement statement = post(ask);
            Deferred<HttpResponse> answer = KtorClient.async((scope, caller) -> statement.execute(caller));
            CompletableFuture<Object> end = new CompletableFuture<>();
            answer.invokeOnCompletion(thrown -> {
                end.complete(thrown == null ? "answered" : thrown.getClass().getName());
                return Unit.INSTANCE;
            });
            moment.await();
            answer.cancel(new CancellationException("enough"));
            return String.valueOf(end.get());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Deferred<T> async(Function2<Object, Continuation<? super T>, Object> work) {
        return (Deferred<T>) (Deferred<?>) BuildersKt.async(
                GlobalScope.INSTANCE,
                EmptyCoroutineContext.INSTANCE,
                CoroutineStart.DEFAULT,
                (scope, caller) -> work.invoke(scope, (Continuation<? super T>) caller));
    }

    /** As it comes. */
    private final class Streamed implements Way {
        @Override
        public String name() {
            return "streamed";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            Buffer all = new Buffer();
            try {
                int status = read(ask, piece -> {
                    all.write(piece, 0, piece.length);
                    return true;
                });
                return new Answer(status, SourcesKt.readByteArray(all));
            } catch (Exception thrown) {
                throw told(ask, thrown);
            }
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) throws Throwable {
            read(ask, each);
            return true;
        }

        private int read(Ask ask, Predicate<byte[]> each) throws Throwable {
            return KtorClient.<Integer>blocking(caller -> post(ask).execute((response, inner) -> {
                try {
                    ByteReadChannel channel =
                            KtorClient.<ByteReadChannel>blocking(next -> HttpResponseKt.bodyAsChannel(response, next));
                    while (KtorClient.<Boolean>blocking(next -> channel.awaitContent(1, next))) {
                        Buffer come = channel.getReadBuffer().getBuffer();
                        if (!each.test(SourcesKt.readByteArray(come, (int) come.getSize()))) {
                            return 0;
                        }
                    }
                    // Ktor may tell the end of a body before it tells why
                    for (int i = 0; i < 2000 && ask.kind().equals("cut") && channel.getClosedCause() == null; i++) {
                        Thread.sleep(1);
                    }
                    if (channel.getClosedCause() != null) {
                        throw KtorClient.<RuntimeException>same(channel.getClosedCause());
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return response.getStatus().getValue();
            }, caller));
        }
    }
}
