package dev.clew.plugins.okhttp;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import dev.clew.trace.LlmCall;
import okhttp3.Call;

/** A call as a whole: the application's interceptors may try it more than once. */
@Hook(
        type = "okhttp3.internal.connection.RealCall",
        method = "getResponseWithInterceptorChain$okhttp",
        wakes = Wake.WEAVING,
        owns = Layer.MODEL)
final class OwnerHook {
    private OwnerHook() {}

    @Enter
    static LlmCall enter(@This Call call) throws Throwable {
        return Interceptors.own(call);
    }

    @Exit
    static void exit(@Entered LlmCall owner, @This Call call, @Threw Throwable error) {
        Interceptors.settle(owner, call, error);
    }
}
