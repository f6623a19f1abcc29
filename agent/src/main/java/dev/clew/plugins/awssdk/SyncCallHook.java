package dev.clew.plugins.awssdk;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Threw;
import dev.clew.trace.LlmCall;
import software.amazon.awssdk.core.SdkRequest;

/** A model call, from its validation to its last retry. */
@Hook(
        type = "software.amazon.awssdk.services.bedrockruntime.DefaultBedrockRuntimeClient",
        method = {"converse", "invokeModel"},
        owns = Layer.HTTP)
final class SyncCallHook {
    private SyncCallHook() {}

    @Enter
    static LlmCall enter(@Arg(0) SdkRequest request) {
        return Call.start(request);
    }

    @Exit
    static void exit(@Entered LlmCall call, @Threw Throwable error) {
        if (call != null) {
            call.close(error);
        }
    }
}
