package dev.clew.plugins.jetty;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpExchange;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;

/** The head of a response, before the client takes from it what it unpacks itself. */
@Hook(
        type = "org.eclipse.jetty.client.transport.HttpReceiver",
        method = "responseHeaders",
        params = "org.eclipse.jetty.client.transport.HttpExchange",
        wakes = Wake.NOTHING)
final class HeadersHook {
    private HeadersHook() {}

    @Enter
    static Object enter(@This Object receiver, @Arg(0) HttpExchange exchanged) {
        // receivers are used again
        Calls.ALL.take(receiver);
        Exchange exchange = Calls.ALL.of(exchanged.getRequest());
        Response response = exchanged.getResponse();
        if (exchange != null && !HttpStatus.isInterim(response.getStatus())) {
            HttpFields headers = response.getHeaders();
            exchange.head(
                    response.getStatus(), headers.get("content-type"), headers.get("content-encoding"), new Headers(headers));
            Calls.ALL.put(receiver, exchange);
        }
        return null;
    }

    /** The first value of each, copied at once: the client changes its own. */
    private static final class Headers implements Supplier<Map<String, String>> {
        private final Map<String, String> first = new HashMap<>();

        Headers(HttpFields headers) {
            for (HttpField header : headers) {
                first.putIfAbsent(header.getLowerCaseName(), header.getValue());
            }
        }

        @Override
        public Map<String, String> get() {
            return first;
        }
    }
}
