package dev.clew.plugins.vertxserver;

import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import io.vertx.core.http.HttpServerResponse;

/** The application has given the last of its response. */
@Hook(
        type = "io.vertx.core.http.HttpServerResponse",
        subtypes = true,
        method = {"end", "sendFile"},
        wakes = Wake.WEAVING)
final class EndHook {
    private EndHook() {}

    @Exit
    static void exit(@This Object response) {
        HttpServerResponse ended = (HttpServerResponse) response;
        if (ended.ended()) {
            Servers.end(ended, null);
        }
    }
}
