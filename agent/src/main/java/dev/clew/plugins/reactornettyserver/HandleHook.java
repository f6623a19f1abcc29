package dev.clew.plugins.reactornettyserver;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.trace.Incoming;
import dev.clew.trace.Requests;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerState;

/** Where the application's handler is called and what it answers is subscribed to. */
@Hook(type = "reactor.netty.http.server.HttpServer$HttpServerHandle", method = "onStateChange", wakes = Wake.WEAVING)
final class HandleHook {
    private HandleHook() {}

    @Enter
    static Object enter(@Arg(0) Object connection, @Arg(1) Object state) {
        if (state != HttpServerState.REQUEST_RECEIVED || !(connection instanceof HttpServerRequest) || Incoming.isAny()) {
            return null;
        }
        HttpServerRequest request = (HttpServerRequest) connection;
        return Requests.begin(
                connection, request.method().name(), Requests.path(request.uri()), new Received(request.requestHeaders()));
    }

    @Exit
    static void exit(@Entered Object entered) {
        Requests.leave(entered);
    }

    private static final class Received implements UnaryOperator<String> {
        private final HttpHeaders headers;

        Received(HttpHeaders headers) {
            this.headers = headers;
        }

        @Override
        public String apply(String name) {
            List<String> values = headers.getAll(name);
            return values.isEmpty() ? null : values.size() == 1 ? values.get(0) : String.join(",", values);
        }
    }
}
