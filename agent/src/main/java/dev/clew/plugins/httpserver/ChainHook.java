package dev.clew.plugins.httpserver;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import dev.clew.trace.Incoming;
import dev.clew.trace.Requests;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where a request comes to its filters and its handler; each further filter comes here again. */
@Hook(
        type = "com.sun.net.httpserver.Filter$Chain",
        method = "doFilter",
        params = "com.sun.net.httpserver.HttpExchange",
        wakes = Wake.WEAVING)
final class ChainHook {
    private ChainHook() {}

    /** The response's headers stand for the exchange, which has wrappers: one object from its beginning to its end. */
    @Enter
    static Incoming enter(@Arg(0) HttpExchange exchange) {
        return exchange == null || Incoming.isAny()
                ? null
                : Requests.begin(
                        exchange.getResponseHeaders(), exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
                        new Received(exchange.getRequestHeaders()));
    }

    /** What a handler throws ends the connection. One that returns may have left the response to another thread. */
    @Exit
    static void exit(@Entered Incoming incoming, @Arg(0) HttpExchange exchange, @Threw Throwable error) {
        if (incoming != null) {
            incoming.leave();
            if (error != null) {
                Requests.end(exchange.getResponseHeaders(), exchange.getResponseCode(), error);
            }
        }
    }

    private static final class Received implements UnaryOperator<String> {
        private final Headers headers;

        Received(Headers headers) {
            this.headers = headers;
        }

        @Override
        public String apply(String name) {
            List<String> values = headers.get(name);
            return values == null || values.isEmpty() ? null : values.size() == 1 ? values.get(0) : String.join(",", values);
        }
    }
}
