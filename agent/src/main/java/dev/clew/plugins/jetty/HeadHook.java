package dev.clew.plugins.jetty;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;

/** The head of a response, once all of it is there. */
@Hook(
        type = "org.eclipse.jetty.client.transport.ResponseListeners",
        method = "notifyHeaders",
        params = "org.eclipse.jetty.client.Response",
        wakes = Wake.NOTHING)
final class HeadHook {
    private HeadHook() {}

    @Enter
    static Object enter(@Arg(0) Response response) {
        Exchange exchange = Calls.ALL.of(response.getRequest());
        if (exchange != null && !HttpStatus.isInterim(response.getStatus())) {
            HttpFields headers = response.getHeaders();
            exchange.head(response.getStatus(), headers.get("content-type"), headers.get("content-encoding"), new Headers(headers));
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
