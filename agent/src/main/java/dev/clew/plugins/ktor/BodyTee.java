package dev.clew.plugins.ktor;

import dev.clew.wire.Exchange;
import io.ktor.http.Headers;
import io.ktor.http.HttpStatusCode;
import io.ktor.utils.io.ByteReadChannel;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import kotlin.Result;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.CoroutineStackFrame;
import kotlinx.coroutines.Job;
import kotlinx.io.Buffer;
import kotlinx.io.Source;
import kotlinx.io.SourcesKt;

/**
 * Looks at a body as it is read: what has come moves on into the buffer that the reader sees, when the reader asks. Nothing is
 * asked for that the reader does not ask for.
 */
final class BodyTee implements ByteReadChannel {
    private final ByteReadChannel body;
    private final Exchange exchange;
    private final Buffer read = new Buffer();

    private BodyTee(ByteReadChannel body, Exchange exchange) {
        this.body = body;
        this.exchange = exchange;
    }

    /** @param outlivesCall whether the body may be read on when the call is over, as sessions of events are */
    static BodyTee over(
            ByteReadChannel body, Exchange exchange, HttpStatusCode status, Headers headers, CoroutineContext call,
            boolean outlivesCall) {
        exchange.head(
                status.getValue(), headers.get("content-type"), headers.get("content-encoding"), new AllHeaders(headers));
        BodyTee tee = new BodyTee(body, exchange);
        exchange.livesWith(tee);
        Job job = call.get(Job.Key);
        if (job != null) {
            job.invokeOnCompletion(cause -> {
                if (cause != null || !outlivesCall) {
                    tee.over(cause);
                }
                return Unit.INSTANCE;
            });
        }
        return tee;
    }

    /** The call is over, whether or not its body was read. What broke the body says more than that the call was cancelled. */
    private void over(Throwable cause) {
        Throwable why = origin(cause);
        if (why == null || why instanceof CancellationException) {
            Throwable broken = origin(body.getClosedCause());
            why = broken != null ? broken : body.isClosedForRead() ? null : why;
        }
        if (why != null) {
            exchange.fail(why);
        } else if (body.isClosedForRead()) {
            exchange.complete();
        } else {
            exchange.cancel();
        }
    }

    /** A time limit cancels, and the application hears of the limit. */
    static Throwable origin(Throwable cause) {
        Throwable why = cause;
        while (why instanceof CancellationException && why.getCause() != null) {
            why = why.getCause();
        }
        return why;
    }

    private void move() {
        Source source;
        try {
            source = body.getReadBuffer();
        } catch (Throwable thrown) {
            broken(thrown);
            throw thrown;
        }
        Buffer come = source.getBuffer();
        if (come.getSize() > 0) {
            try {
                exchange.piece(ByteBuffer.wrap(SourcesKt.readByteArray(come.copy())));
            } catch (Throwable ours) {
                // not seen, then
            }
            read.transferFrom(come);
        }
    }

    @Override
    public Source getReadBuffer() {
        move();
        return read;
    }

    @Override
    public Throwable getClosedCause() {
        return body.getClosedCause();
    }

    @Override
    public boolean isClosedForRead() {
        boolean closed = body.getClosedCause() != null || read.exhausted() && body.isClosedForRead();
        if (closed) {
            broken(null);
        }
        return closed;
    }

    @Override
    public Object awaitContent(int min, Continuation<? super Boolean> reader) {
        long missing = min - read.getSize();
        if (missing <= 0 && min > 0 && body.getClosedCause() == null) {
            return Boolean.TRUE;
        }
        Object come;
        try {
            come = body.awaitContent((int) Math.max(missing, Math.min(min, 1)), new Waiting(min, reader));
        } catch (Throwable thrown) {
            broken(thrown);
            throw thrown;
        }
        return come == IntrinsicsKt.getCOROUTINE_SUSPENDED() ? come : come(min);
    }

    private Boolean come(int min) {
        move();
        if (read.getSize() >= min) {
            return Boolean.TRUE;
        }
        try {
            if (body.isClosedForRead()) {
                over(null);
            }
        } catch (Throwable ours) {
            // not seen, then
        }
        return Boolean.FALSE;
    }

    private void broken(Throwable thrown) {
        try {
            over(thrown);
        } catch (Throwable ours) {
            // not seen, then
        }
    }

    @Override
    public void cancel(Throwable cause) {
        try {
            over(null);
        } catch (Throwable ours) {
            // not seen, then
        }
        body.cancel(cause);
    }

    /** A reader that waits. */
    private final class Waiting implements Continuation<Object>, CoroutineStackFrame {
        private final int min;
        private final Continuation<Object> reader;

        @SuppressWarnings("unchecked") // takes a Boolean or a failure
        Waiting(int min, Continuation<? super Boolean> reader) {
            this.min = min;
            this.reader = (Continuation<Object>) (Continuation<?>) reader;
        }

        @Override
        public void resumeWith(Object result) {
            Object handedOn = result;
            if (result instanceof Result.Failure) {
                broken(((Result.Failure) result).exception);
            } else {
                try {
                    handedOn = come(min);
                } catch (Throwable thrown) {
                    handedOn = kotlin.ResultKt.createFailure(thrown);
                }
            }
            reader.resumeWith(handedOn);
        }

        @Override
        public CoroutineContext getContext() {
            return reader.getContext();
        }

        @Override
        public CoroutineStackFrame getCallerFrame() {
            return reader instanceof CoroutineStackFrame ? (CoroutineStackFrame) reader : null;
        }

        @Override
        public StackTraceElement getStackTraceElement() {
            return null;
        }
    }

    private static final class AllHeaders implements Supplier<Map<String, String>> {
        private final Headers headers;

        AllHeaders(Headers headers) {
            this.headers = headers;
        }

        @Override
        public Map<String, String> get() {
            Map<String, String> first = new HashMap<>();
            for (String name : headers.names()) {
                first.put(name.toLowerCase(Locale.ROOT), headers.get(name));
            }
            return first;
        }
    }
}
