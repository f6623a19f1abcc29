package dev.clew.plugins.vertxserver;

import dev.clew.trace.Incoming;
import dev.clew.trace.Requests;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.UnaryOperator;

/** A request is known by its response, and by the context that Vert.x makes for each. */
final class Servers {
    /** {@code context()} of Vert.x's own requests, whose type has another package in 5. */
    private static final ClassValue<MethodHandle> CONTEXT = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
            try {
                return MethodHandles.publicLookup()
                        .unreflect(type.getMethod("context"))
                        .asType(MethodType.methodType(Object.class, Object.class));
            } catch (ReflectiveOperationException otherVersion) {
                return null;
            }
        }
    };

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

    /** The context of a request that is not there yet; null where that can't be known. */
    static Object contextOf(HttpServerRequest request) {
        MethodHandle context = CONTEXT.get(request.getClass());
        try {
            return context == null ? null : (Object) context.invokeExact((Object) request);
        } catch (Throwable unknown) {
            return null;
        }
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
