package dev.clew.plugins.vertxhttp;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The response has begun. */
@Hook(
        type = "io.vertx.core.http.impl.HttpClientRequestBase",
        method = "handleResponse",
        params = "io.vertx.core.http.HttpClientResponse",
        wakes = Wake.NOTHING)
final class ResponseHook {
    private ResponseHook() {}

    @Enter
    static Callback enter(@This Object request, @Arg(0) HttpClientResponse response) {
        Exchange exchange = Sending.ALL.of(request);
        if (exchange == null) {
            return null;
        }
        MultiMap headers = response.headers();
        exchange.head(
                response.statusCode(), headers.get("content-type"), headers.get("content-encoding"), new Headers(headers));
        return Callback.of(exchange);
    }

    @Exit
    static void exit(@Entered Callback callback) {
        Callback.over(callback);
    }

    /** The first value of each, copied at once: the application may change its own at any time. */
    private static final class Headers implements Supplier<Map<String, String>> {
        private final Map<String, String> first = new HashMap<>();

        Headers(MultiMap headers) {
            for (Map.Entry<String, String> header : headers) {
                first.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue());
            }
        }

        @Override
        public Map<String, String> get() {
            return first;
        }
    }
}
