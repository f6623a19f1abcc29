package com.example.http;

import com.example.http.Way.Client;
import io.ktor.client.HttpClient;
import io.ktor.client.HttpClientKt;
import io.ktor.client.engine.cio.CIO;
import io.ktor.client.plugins.HttpTimeoutKt;
import io.ktor.client.plugins.sse.ClientSSESession;
import io.ktor.client.plugins.sse.SSEKt;
import io.ktor.client.request.HttpRequestBuilder;
import io.ktor.client.statement.HttpResponse;
import io.ktor.client.statement.HttpResponseKt;
import io.ktor.client.statement.HttpStatement;
import io.ktor.http.ContentType;
import io.ktor.http.HttpMethod;
import io.ktor.http.content.TextContent;
import io.ktor.utils.io.ByteReadChannel;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.jvm.functions.Function1;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineScopeKt;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Deferred;
import kotlinx.coroutines.GlobalScope;
import kotlinx.io.Buffer;
import kotlinx.io.SourcesKt;

/** Ktor's, on its engine CIO, called as a compiler would. */
public final class KtorClient implements Client {
    private final HttpClient client = HttpClientKt.HttpClient(CIO.INSTANCE, config -> {
        config.install(HttpTimeoutKt.getHttpTimeout(), timeout -> Unit.INSTANCE);
        config.install(SSEKt.getSSE(), events -> Unit.INSTANCE);
        return Unit.INSTANCE;
    });

    @Override
    public List<Way> ways() {
        return List.of(new Saved(), new Streamed(), new Events());
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
        return new HttpStatement(set(new HttpRequestBuilder(), ask), client);
    }

    private static HttpRequestBuilder set(HttpRequestBuilder request, Way.Ask ask) {
        request.setMethod(HttpMethod.Companion.getPost());
        io.ktor.http.URLParserKt.takeFrom(request.getUrl(), ask.uri().toString());
        request.getHeaders().append("x-case", ask.kind());
        request.setBody(new TextContent(ask.body(), ContentType.Companion.parse(ask.contentType()), null));
        HttpTimeoutKt.timeout(request, timeout -> {
            // without one, Ktor gives up by itself, and the big answer takes its time
            timeout.setRequestTimeoutMillis(ask.timeout() == null ? 30_000L : ask.timeout().toMillis());
            return Unit.INSTANCE;
        });
        return request;
    }

    private static final String CLOSED = "io.ktor.utils.io.ClosedByteChannelException or io.ktor.utils.io.ClosedReadChannelException";

    /** How often Ktor puts what broke a body into another exception, and in which, differs from run to run. */
    private static Throwable told(Way.Ask ask, Throwable thrown) {
        if (!ask.kind().equals("cut")) {
            return thrown;
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof IOException) {
                // which of its two words for a channel that closed too early it says, differs too
                boolean closed = t.getClass().getName().startsWith("io.ktor.utils.io.Closed");
                return new IllegalStateException(closed ? CLOSED : t.getClass().getName());
            }
        }
        return thrown;
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
            if (ask.kind().equals("cut")) {
                // read like this, Ktor 3.0 may end a body that broke off as if it were complete, or not
                return new Saved().whole(ask);
            }
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
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return response.getStatus().getValue();
            }, caller));
        }
    }

    /** Events as Ktor's own plugin takes them apart; it wants nothing else. */
    private final class Events implements Way {
        @Override
        public String name() {
            return "events";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            if (!ask.kind().endsWith("sse") && !ask.kind().equals("error-event") || ask.kind().startsWith("gzip")) {
                return new Saved().whole(ask);
            }
            // the compiler's name for it, since it takes a Duration
            Method open = Arrays.stream(io.ktor.client.plugins.sse.BuildersKt.class.getMethods())
                    .filter(method -> method.getName().startsWith("serverSentEventsSession-") && method.getParameterCount() == 6)
                    .findFirst().orElseThrow();
            Function1<HttpRequestBuilder, Unit> block = request -> {
                set(request, ask);
                return Unit.INSTANCE;
            };
            ClientSSESession session = KtorClient.<ClientSSESession>blocking(caller -> invoke(open, client, null, null, null, block, caller));
            StringBuffer events = new StringBuffer();
            KtorClient.<Object>blocking(caller -> session.getIncoming().collect((event, next) -> {
                events.append(event).append('|');
                return Unit.INSTANCE;
            }, caller));
            CoroutineScopeKt.cancel(session, null);
            return new Answer(200, events.toString().getBytes(StandardCharsets.UTF_8));
        }

        private Object invoke(Method method, Object... arguments) {
            try {
                return method.invoke(null, arguments);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
