package dev.clew.plugins.apachehttp5async;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Replace;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;

/** As {@link ExecuteHook}, before 5.5 or so. */
@Hook(
        type = "org.apache.hc.client5.http.impl.async.InternalAbstractHttpAsyncClient",
        method = "executeImmediate",
        params = {"*", "*", "*", "*"},
        wakes = Wake.WEAVING,
        owns = Layer.HTTP)
final class ExecuteOldHook {
    private ExecuteOldHook() {}

    @Enter
    static Sending enter(
            @Arg(0) HttpRequest request,
            @Arg(1) AsyncEntityProducer body,
            @Arg(2) AsyncExecChain.Scope scope,
            @Arg(3) AsyncExecCallback callback) {
        return Sending.begin(request, body, scope, callback);
    }

    @Replace(1)
    static AsyncEntityProducer body(@Entered Sending sending) {
        return sending == null ? null : sending.body;
    }

    @Replace(3)
    static AsyncExecCallback callback(@Entered Sending sending) {
        return sending == null ? null : sending.callback;
    }

    @Exit
    static void exit(@Entered Sending sending, @Threw Throwable error) {
        if (sending != null) {
            sending.sent(error);
        }
    }
}
