package dev.clew.plugins.openaisdk;

import com.openai.core.http.HttpRequest;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.trace.LlmCall;
import java.util.concurrent.CompletableFuture;

/** As {@link ExecuteHook}; the tries are over when the future is. */
@Hook(type = "com.openai.core.http.RetryingHttpClient", method = "executeAsync", owns = Layer.MODEL)
final class ExecuteAsyncHook {
    private ExecuteAsyncHook() {}

    @Enter
    static LlmCall enter(@Arg(0) HttpRequest request) {
        return Tries.own(request);
    }

    @Exit
    static void exit(@Entered LlmCall call, @Returned CompletableFuture<?> answer, @Threw Throwable error) {
        if (call == null) {
            return;
        }
        call.leave();
        if (answer == null) {
            Tries.over(call, error);
        } else {
            answer.whenComplete(new Tries(call));
        }
    }
}
