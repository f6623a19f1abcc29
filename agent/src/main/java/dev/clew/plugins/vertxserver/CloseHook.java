package dev.clew.plugins.vertxserver;

import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import io.vertx.core.http.HttpServerResponse;

/** A stream of HTTP/2 is closed. */
@Hook(
        type = "io.vertx.core.http.HttpServerResponse",
        subtypes = true,
        method = {"handleClose", "handleClosed"},
        wakes = Wake.WEAVING)
final class CloseHook {
    private CloseHook() {}

    @Enter
    static Object enter(@This Object response) {
        Servers.end((HttpServerResponse) response, null);
        return null;
    }
}
