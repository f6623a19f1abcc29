package dev.clew.plugins.azurecore;

import com.azure.core.http.HttpRequest;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import dev.clew.trace.LlmCall;
import dev.clew.wire.Wire;

/** A synchronous request. What it answers may be read later: the call ends as its last attempt does. */
@Hook(
        type = "com.azure.core.http.HttpPipeline",
        method = "sendSync",
        params = {"com.azure.core.http.HttpRequest", "com.azure.core.util.Context"},
        wakes = Wake.WEAVING,
        owns = Layer.MODEL)
final class SyncPipelineHook {
    private SyncPipelineHook() {}

    @Enter
    static LlmCall enter(@Arg(0) HttpRequest request) {
        Wire wire = Requests.recognise(request);
        return wire == null ? null : wire.own();
    }

    @Exit
    static void exit(@Entered LlmCall call, @Threw Throwable error) {
        if (call == null) {
            return;
        }
        call.leave();
        if (error == null) {
            call.settle();
        } else {
            call.end(error);
        }
    }
}
