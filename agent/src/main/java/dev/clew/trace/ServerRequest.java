package dev.clew.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;

/** A request that this process answers: the span of the method's and, where known, the route's name. */
final class ServerRequest extends Operation {
    private static final int FIRST_SERVER_ERROR = 500;

    final Incoming incoming;
    private final String method;
    private final String path;
    private volatile String route;
    private volatile int status;

    ServerRequest(Incoming incoming, String method, String path, RemoteParent remote, long began) {
        super(method, SpanKind.SERVER, Attributes.empty(), null, remote, began);
        this.incoming = incoming;
        this.method = method;
        this.path = path;
    }

    void route(String pattern) {
        route = pattern;
    }

    void status(int code) {
        status = code;
    }

    @Override
    void renderStart(SpanWriter out) {
        out.fact(Semconv.HTTP_METHOD, method);
        out.masked(Semconv.URL_PATH, path);
        out.fact(Semconv.HTTP_ROUTE, route);
        if (route != null) {
            span.updateName(method + ' ' + route);
        }
    }

    @Override
    void renderEnd(SpanWriter out) {
        if (status > 0) {
            out.fact(Semconv.HTTP_STATUS, (long) status);
        }
        renderOutcome();
        if (!threw() && !wasCancelled() && status >= FIRST_SERVER_ERROR) {
            failed(String.valueOf(status), null);
        }
    }

    @Override
    void release() {}
}
