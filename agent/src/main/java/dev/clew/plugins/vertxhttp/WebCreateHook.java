package dev.clew.plugins.vertxhttp;

import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import dev.clew.wire.Wire;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.impl.HttpContext;
import java.net.URI;

/**
 * The web client knows the whole request before it has a connection: a model call begins here, so that one that never gets a
 * connection is told of too. From 4.1 on.
 */
@Hook(
        type = "io.vertx.ext.web.client.impl.HttpContext",
        method = "handleCreateRequest",
        wakes = Wake.WEAVING,
        owns = Layer.HTTP)
final class WebCreateHook {
    private WebCreateHook() {}

    @Enter
    static Object enter(@This HttpContext<?> context) {
        RequestOptions options = context.requestOptions();
        String method = String.valueOf(options.getMethod());
        MultiMap headers = options.getHeaders();
        if (headers == null || !Wire.mayBe(method, options.getURI())) {
            return null;
        }
        Exchange exchange = Sending.begin(method, uri(options), headers);
        if (exchange != null) {
            Sending.adopt(context, exchange);
            body(exchange, context.body());
        }
        return null;
    }

    /** Null where the address is the client's own: then the call begins with its request. */
    private static URI uri(RequestOptions options) {
        if (options.isSsl() == null || options.getHost() == null || options.getPort() == null) {
            return null;
        }
        String scheme = options.isSsl() ? "https://" : "http://";
        return Sending.uri(scheme + options.getHost() + ':' + options.getPort() + options.getURI());
    }

    private static void body(Exchange exchange, Object body) {
        if (body instanceof Buffer) {
            Sending.add(exchange, body);
        } else if (body instanceof JsonObject) {
            Sending.add(exchange, ((JsonObject) body).toBuffer());
        } else if (body instanceof JsonArray) {
            Sending.add(exchange, ((JsonArray) body).toBuffer());
        }
    }
}
