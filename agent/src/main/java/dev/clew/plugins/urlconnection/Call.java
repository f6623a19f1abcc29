package dev.clew.plugins.urlconnection;

import dev.clew.context.Current;
import dev.clew.context.Rescuable;
import dev.clew.trace.Operation;
import dev.clew.wire.Exchange;
import dev.clew.wire.Reading;
import dev.clew.wire.Wire;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/** What is known of one recognised connection. It must not lead to the connection, which is its key. */
final class Call {
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    /** By connection, and by the stream that a body is sent through. Connections equal only themselves. */
    private static final Map<Object, Call> CALLS = new WeakHashMap<>();
    /** Whether there is any: nearly always not, and then nothing is locked. */
    private static volatile boolean any;

    private static final ThreadLocal<Inside> CURRENT = new ThreadLocal<>();

    private final Exchange exchange;
    private ByteArrayOutputStream poster;
    private boolean streamed;
    private boolean bodyTold;
    private volatile boolean answered;
    /** Lives with the stream that it stands behind. */
    private volatile WeakReference<ResponseTee> tee = new WeakReference<>(null);
    private volatile boolean givenUp;

    private Call(Exchange exchange) {
        this.exchange = exchange;
    }

    static Call of(Object key) {
        if (!any) {
            return null;
        }
        synchronized (CALLS) {
            return CALLS.get(key);
        }
    }

    private void remember(Object key) {
        synchronized (CALLS) {
            CALLS.put(key, this);
            any = true;
        }
    }

    /** The headers that carry the trace on with what this thread sends; null for none. */
    static String[] headers() {
        Inside inside = CURRENT.get();
        return inside == null || inside.call == null ? Operation.outgoing() : inside.call.exchange.headers();
    }

    /** Begins a call with the first use of its connection. Null where there is nothing to be done. */
    static Inside enter(HttpURLConnection connection, boolean sends) {
        Inside outer = CURRENT.get();
        Call call = of(connection);
        if (outer != null && outer.call == call && call != null) {
            // the JDK asks itself
            return null;
        }
        boolean first = false;
        if (call == null && sends) {
            call = begin(connection);
            first = call != null;
        }
        if (call == null && outer == null) {
            return null;
        }
        return new Inside(call, outer, first);
    }

    private static Call begin(HttpURLConnection connection) {
        URL url = connection.getURL();
        String method = connection.getRequestMethod();
        if ("GET".equals(method) && connection.getDoOutput()) {
            // as the JDK will have it
            method = "POST";
        }
        if (url == null || !Wire.mayBe(method, url.getPath())) {
            return null;
        }
        URI uri;
        try {
            uri = url.toURI();
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
        Wire wire = Wire.recognise(method, uri, connection.getRequestProperty("content-type"));
        if (wire == null) {
            return null;
        }
        Exchange exchange =
                Exchange.begin(wire, method, uri, connection.getRequestProperty("x-stainless-retry-count"));
        exchange.leave();
        exchange.requestEncoding(connection.getRequestProperty("content-encoding"));
        exchange.livesWith(connection);
        Call call = new Call(exchange);
        call.remember(connection);
        return call;
    }

    /** A thread within the JDK's code for a connection: what that starts for itself works for nothing that is traced. */
    static final class Inside implements Rescuable {
        /** Null where it is no model call, but one within another: an authenticator fetches something. */
        private final Call call;

        private final Inside outer;
        private final boolean first;
        private final Object before;

        private Inside(Call call, Inside outer, boolean first) {
            this.call = call;
            this.outer = outer;
            this.first = first;
            this.before = call == null ? null : Current.set(null);
            CURRENT.set(this);
        }

        /** The body is all there, if there is one. */
        void sendsBody() {
            if (call != null) {
                call.sendsBody();
            }
        }

        void connected(Throwable error) {
            leave();
            if (call != null && error != null) {
                call.failed(error);
            }
        }

        void gaveOutput(OutputStream body, Throwable error) {
            leave();
            if (call == null) {
                return;
            }
            if (error != null) {
                // asked for again, it throws what it has thrown before: that ends nothing anew
                call.failed(error);
            } else if (body instanceof ByteArrayOutputStream) {
                call.poster = (ByteArrayOutputStream) body;
            } else if (body != null && !call.streamed) {
                call.streamed = true;
                call.remember(body);
            }
        }

        void gaveInput(Throwable error) {
            leave();
            if (call != null && !call.answered) {
                if (error != null) {
                    call.failed(error);
                } else {
                    // out of a cache of the application's
                    call.exchange.complete();
                }
            }
        }

        private void leave() {
            if (call != null) {
                Current.set(before);
            }
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }

        @Override
        public void rescue() {
            leave();
            if (call != null && first) {
                call.exchange.rescue();
            }
        }
    }

    private void sendsBody() {
        if (bodyTold) {
            return;
        }
        bodyTold = true;
        if (poster != null) {
            byte[] bytes = poster.toByteArray();
            exchange.request().add(bytes, 0, bytes.length);
        }
        exchange.requestComplete();
    }

    static void written(Object stream, byte[] bytes, int offset, int count) {
        Call call = of(stream);
        if (call != null && bytes != null && count > 0) {
            call.exchange.request().add(bytes, offset, count);
        }
    }

    static void written(Object stream, int one) {
        Call call = of(stream);
        if (call != null) {
            call.exchange.request().add(new byte[] {(byte) one}, 0, 1);
        }
    }

    /** The response's head is there. */
    InputStream answered(HttpURLConnection connection, InputStream content) throws Exception {
        int status = connection.getResponseCode();
        String type = connection.getHeaderField("content-type");
        String encoding = connection.getHeaderField("content-encoding");
        long length = connection.getHeaderFieldLong("content-length", -1);
        exchange.head(status, type, encoding, new Headers(connection.getHeaderFields()));
        if (length == 0 || status == NO_CONTENT || status == NOT_MODIFIED) {
            exchange.complete();
        }
        ResponseTee made = new ResponseTee(content, new Reading(exchange, length, type), this);
        exchange.livesWith(made);
        tee = new WeakReference<>(made);
        answered = true;
        return made;
    }

    void disconnected() {
        givenUp = true;
        ResponseTee there = tee.get();
        if (there == null) {
            exchange.cancel();
        } else {
            there.closed();
        }
    }

    void failed(Throwable error) {
        if (givenUp) {
            exchange.cancel();
        } else {
            exchange.fail(error);
        }
    }

    private static final class Headers implements Supplier<Map<String, String>> {
        private final Map<String, List<String>> headers;

        Headers(Map<String, List<String>> headers) {
            this.headers = headers;
        }

        @Override
        public Map<String, String> get() {
            Map<String, String> first = new HashMap<>();
            for (Map.Entry<String, List<String>> header : headers.entrySet()) {
                // the status line has no name
                if (header.getKey() != null && !header.getValue().isEmpty()) {
                    first.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().get(0));
                }
            }
            return first;
        }
    }
}
