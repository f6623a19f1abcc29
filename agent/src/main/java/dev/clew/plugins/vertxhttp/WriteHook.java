package dev.clew.plugins.vertxhttp;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import io.vertx.core.http.HttpClientRequest;

/** Where every way to send a request or a part of one ends. The first part begins a model call, or an attempt of one. */
@Hook(
        type = "io.vertx.core.http.impl.HttpClientRequestImpl",
        method = "doWrite",
        wakes = Wake.WEAVING,
        owns = Layer.HTTP)
final class WriteHook {
    private WriteHook() {}

    @Enter
    static Sending enter(@This HttpClientRequest request, @Arg(0) Object chunk, @Arg(1) boolean end) {
        return Sending.of(request, chunk, end);
    }

    @Exit
    static void exit(@Entered Sending sending) {
        if (sending != null) {
            sending.over();
        }
    }
}
