package dev.clew.plugins.openaisdk;

import com.openai.core.http.HttpRequest;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Threw;
import dev.clew.trace.LlmCall;

/** Where the SDK tries a request again: the call that its tries are of. */
@Hook(type = "com.openai.core.http.RetryingHttpClient", method = "execute", owns = Layer.MODEL)
final class ExecuteHook {
    private ExecuteHook() {}

    @Enter
    static LlmCall enter(@Arg(0) HttpRequest request) {
        return Tries.own(request);
    }

    @Exit
    static void exit(@Entered LlmCall call, @Threw Throwable error) {
        if (call != null) {
            call.leave();
            Tries.over(call, error);
        }
    }
}
