package dev.clew.plugins.undertow;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.trace.Incoming;
import dev.clew.trace.Requests;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import java.util.function.UnaryOperator;

/** Where an exchange comes to its handlers: from the connection first, and again each time it is dispatched to a thread. */
@Hook(type = "io.undertow.server.Connectors", method = "executeRootHandler", wakes = Wake.WEAVING)
final class RootHook {
    private RootHook() {}

    @Enter
    static Object enter(@Arg(1) HttpServerExchange exchange) {
        if (exchange == null || Incoming.isAny()) {
            return null;
        }
        return Requests.of(exchange) != null
                ? Requests.resume(exchange)
                : Requests.begin(
                        exchange, exchange.getRequestMethod().toString(), Requests.path(exchange.getRequestURI()),
                        new Received(exchange));
    }

    @Exit
    static void exit(@Entered Object entered) {
        Requests.leave(entered);
    }

    private static final class Received implements UnaryOperator<String> {
        private final HttpServerExchange exchange;

        Received(HttpServerExchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public String apply(String name) {
            HeaderValues values = exchange.getRequestHeaders().get(name);
            return values == null || values.isEmpty() ? null : values.size() == 1 ? values.getFirst() : String.join(",", values);
        }
    }
}
