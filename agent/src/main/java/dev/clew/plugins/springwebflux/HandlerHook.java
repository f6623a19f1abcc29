package dev.clew.plugins.springwebflux;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.trace.Incoming;
import org.springframework.web.server.ServerWebExchange;

/** Where Spring WebFlux has found who handles a request, and noted by which pattern. Its name is another one from 6 on. */
@Hook(
        type = "org.springframework.web.reactive.DispatcherHandler",
        method = {"invokeHandler", "handleRequestWith"},
        params = {"org.springframework.web.server.ServerWebExchange", "java.lang.Object"},
        wakes = Wake.WEAVING)
final class HandlerHook {
    private static final String ATTRIBUTE = "org.springframework.web.reactive.HandlerMapping.bestMatchingPattern";

    private HandlerHook() {}

    @Enter
    static Object enter(@Arg(0) ServerWebExchange exchange) {
        Incoming incoming = Incoming.current();
        if (incoming != null && exchange != null) {
            // a PathPattern, which is told by its text
            Object pattern = exchange.getAttribute(ATTRIBUTE);
            incoming.firstRoute(pattern == null ? null : pattern.toString());
        }
        return null;
    }
}
