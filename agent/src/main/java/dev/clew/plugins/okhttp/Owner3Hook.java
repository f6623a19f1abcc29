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

/** As {@link OwnerHook}, OkHttp 3. */
@Hook(
        type = "okhttp3.RealCall",
        method = "getResponseWithInterceptorChain",
        wakes = Wake.WEAVING,
        owns = Layer.MODEL)
final class Owner3Hook {
    private Owner3Hook() {}

    @Enter
    static LlmCall enter(@This Call call) throws Throwable {
        return OwnerHook.own(call);
    }

    @Exit
    static void exit(@Entered LlmCall owner, @This Call call, @Threw Throwable error) {
        OwnerHook.settle(owner, call, error);
    }
}
