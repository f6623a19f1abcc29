package dev.clew.plugins.ktor;

import dev.clew.context.Current;
import dev.clew.context.Rescuable;
import dev.clew.wire.Exchange;
import dev.clew.wire.Exchanges;
import dev.clew.wire.Wire;
import io.ktor.client.request.HttpRequestData;
import io.ktor.client.request.HttpResponseData;
import io.ktor.http.ContentType;
import io.ktor.http.content.ByteArrayContent;
import io.ktor.http.content.OutgoingContent;
import io.ktor.http.content.TextContent;
import io.ktor.utils.io.ByteReadChannel;
import java.net.URI;
import kotlin.Result;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.jvm.internal.CoroutineStackFrame;

/** One recognised request at the engine, and who waits for its answer. */
final class Call implements Continuation<Object>, CoroutineStackFrame, Rescuable {
    /** By what the engine was given. */
    static final Exchanges ALL = new Exchanges();

    private final Exchange exchange;
    private final Continuation<Object> caller;
    /** Null for the application's own. */
    final HttpRequestData request;

    @SuppressWarnings("unchecked") // what it takes is known to the engine alone
    private Call(Exchange exchange, HttpRequestData request, Continuation<?> caller) {
        this.exchange = exchange;
        this.caller = (Continuation<Object>) caller;
        this.request = Requests.with(request, exchange.headers());
        ALL.put(this.request == null ? request : this.request, exchange);
        exchange.livesWith(this);
    }

    /** Null where it is no model call. */
    static Call begin(HttpRequestData request, Continuation<?> caller) {
        String method = request.getMethod().getValue();
        if (!Wire.mayBe(method, request.getUrl().getEncodedPath())) {
            return null;
        }
        URI uri = uri(request);
        Wire wire = uri == null ? null : Wire.recognise(method, uri, contentType(request));
        if (wire == null) {
            return null;
        }
        Exchange exchange = Exchange.begin(wire, method, uri, request.getHeaders().get("x-stainless-retry-count"));
        try {
            Call call = new Call(exchange, request, caller);
            exchange.requestEncoding(request.getHeaders().get("content-encoding"));
            call.body(request.getBody());
            return call;
        } catch (Throwable failed) {
            exchange.rescue();
            throw failed;
        }
    }

    private static URI uri(HttpRequestData request) {
        try {
            return URI.create(request.getUrl().toString());
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private static String contentType(HttpRequestData request) {
        ContentType ofBody = request.getBody().getContentType();
        return ofBody != null ? ofBody.toString() : request.getHeaders().get("content-type");
    }

    /** What is in memory; what is written as it is sent is not looked at, see RATIONALE.md. */
    private void body(OutgoingContent sent) {
        OutgoingContent body = sent;
        while (body instanceof OutgoingContent.ContentWrapper) {
            body = ((OutgoingContent.ContentWrapper) body).delegate();
        }
        if (body instanceof TextContent || body instanceof ByteArrayContent) {
            byte[] bytes = ((OutgoingContent.ByteArrayContent) body).bytes();
            exchange.request().add(bytes, 0, bytes.length);
            exchange.requestComplete();
        }
    }

    void left(Throwable error) {
        exchange.leave();
        if (error != null) {
            failed(error);
        }
    }

    private void failed(Throwable error) {
        exchange.fail(BodyTee.origin(error));
    }

    /** The answer with a body that is looked at as it is read; null for as it is. */
    HttpResponseData answered(HttpResponseData answer) {
        try {
            Object body = answer.getBody();
            if (!(body instanceof ByteReadChannel)) {
                // a session of events, which reads what it was given
                return null;
            }
            return new HttpResponseData(
                    answer.getStatusCode(),
                    answer.getRequestTime(),
                    answer.getHeaders(),
                    answer.getVersion(),
                    BodyTee.over((ByteReadChannel) body, exchange, answer.getStatusCode(), answer.getHeaders(),
                            answer.getCallContext(), false),
                    answer.getCallContext());
        } catch (Throwable ours) {
            return null;
        }
    }

    @Override
    public void resumeWith(Object result) {
        Object handedOn = result;
        try {
            if (result instanceof Result.Failure) {
                failed(((Result.Failure) result).exception);
            } else if (result instanceof HttpResponseData) {
                HttpResponseData answer = answered((HttpResponseData) result);
                handedOn = answer == null ? result : answer;
            }
        } catch (Throwable ours) {
            // not seen, then
        }
        Object here = Current.set(exchange.caller());
        try {
            caller.resumeWith(handedOn);
        } finally {
            Current.set(here);
        }
    }

    @Override
    public CoroutineContext getContext() {
        return caller.getContext();
    }

    @Override
    public CoroutineStackFrame getCallerFrame() {
        return caller instanceof CoroutineStackFrame ? (CoroutineStackFrame) caller : null;
    }

    /** Not a line of anyone's code. */
    @Override
    public StackTraceElement getStackTraceElement() {
        return null;
    }

    @Override
    public void rescue() {
        exchange.rescue();
    }
}
