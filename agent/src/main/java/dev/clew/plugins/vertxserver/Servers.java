package dev.clew.plugins.vertxserver;

import dev.clew.trace.Incoming;
import dev.clew.trace.Requests;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.function.UnaryOperator;

/** A request is known by its response, and by the context that Vert.x makes for each. */
final class Servers {
    private Servers() {}

    static Incoming begin(HttpServerRequest request, Object context) {
        if (Incoming.isAny()) {
            return null;
        }
        Incoming incoming = Requests.begin(
                request.response(), request.method().name(), Requests.path(request.uri()), new Received(request.headers()));
        Requests.also(context, incoming);
        return incoming;
    }

    static Object context() {
        return Vertx.currentContext();
    }

    static void end(HttpServerResponse response, Throwable error) {
        if (Requests.of(response) != null) {
            Requests.end(response, response.getStatusCode(), error);
        }
    }

    private static final class Received implements UnaryOperator<String> {
        private final MultiMap headers;

        Received(MultiMap headers) {
            this.headers = headers;
        }

        @Override
        public String apply(String name) {
            List<String> values = headers.getAll(name);
            return values.isEmpty() ? null : values.size() == 1 ? values.get(0) : String.join(",", values);
        }
    }
}
