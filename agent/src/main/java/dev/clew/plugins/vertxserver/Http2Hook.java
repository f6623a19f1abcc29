package dev.clew.plugins.vertxserver;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.trace.Requests;
import io.vertx.core.http.HttpServerRequest;

/** Where a request of HTTP/2 goes to the application's handler, on its own context. */
@Hook(
        type = "io.vertx.core.http.impl.Http2ServerRequest",
        method = "dispatch",
        params = "io.vertx.core.Handler",
        wakes = Wake.WEAVING)
final class Http2Hook {
    private Http2Hook() {}

    @Enter
    static Object enter(@This HttpServerRequest request) {
        return Servers.begin(request, Servers.contextOf(request));
    }

    @Exit
    static void exit(@Entered Object entered) {
        Requests.leave(entered);
    }
}
