package dev.clew.plugins.vertxserver;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import io.vertx.core.http.HttpServerResponse;

/** The connection is gone, or broken, before the response is complete. */
@Hook(
        type = "io.vertx.core.http.HttpServerResponse",
        subtypes = true,
        method = "handleException",
        params = "java.lang.Throwable",
        wakes = Wake.WEAVING)
final class FailHook {
    private FailHook() {}

    @Enter
    static Object enter(@This Object response, @Arg(0) Throwable error) {
        Servers.end((HttpServerResponse) response, error);
        return null;
    }
}
