package dev.clew.plugins.vertxserver;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.trace.Requests;
import io.vertx.core.http.HttpServerRequest;

/** Where a request of HTTP/1 comes to the application's handler, on its own context. */
@Hook(
        type = "io.vertx.core.http.impl.Http1xServerRequestHandler",
        method = "handle",
        params = "io.vertx.core.http.HttpServerRequest",
        wakes = Wake.WEAVING)
final class HandlerHook {
    private HandlerHook() {}

    @Enter
    static Object enter(@Arg(0) HttpServerRequest request) {
        return request == null ? null : Servers.begin(request, Servers.context());
    }

    @Exit
    static void exit(@Entered Object entered) {
        Requests.leave(entered);
    }
}
