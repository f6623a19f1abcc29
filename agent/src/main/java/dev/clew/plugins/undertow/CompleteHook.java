package dev.clew.plugins.undertow;

import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.trace.Requests;
import io.undertow.server.DefaultResponseListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.PathTemplateMatch;

/** Request and response are complete, or the connection is gone. */
@Hook(
        type = "io.undertow.server.HttpServerExchange",
        method = "invokeExchangeCompleteListeners",
        params = {},
        wakes = Wake.WEAVING)
final class CompleteHook {
    private CompleteHook() {}

    @Enter
    static Object enter(@This HttpServerExchange exchange) {
        if (Requests.of(exchange) != null) {
            // where a path template or a routing handler took it
            PathTemplateMatch match = exchange.getAttachment(PathTemplateMatch.ATTACHMENT_KEY);
            if (match != null) {
                Requests.route(exchange, match.getMatchedTemplate());
            }
            Requests.end(exchange, exchange.getStatusCode(), exchange.getAttachment(DefaultResponseListener.EXCEPTION));
        }
        return null;
    }
}
