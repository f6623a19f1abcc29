package dev.clew.plugins.awssdk;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.trace.LlmCall;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import software.amazon.awssdk.core.SdkRequest;

/** A model call that goes on after the method has returned: until its future is complete, or the application cancels it. */
@Hook(
        type = "software.amazon.awssdk.services.bedrockruntime.DefaultBedrockRuntimeAsyncClient",
        method = {"converse", "converseStream", "invokeModel", "invokeModelWithResponseStream"},
        owns = Layer.HTTP)
final class AsyncCallHook {
    private AsyncCallHook() {}

    @Enter
    static LlmCall enter(@Arg(0) SdkRequest request) {
        return Call.start(request);
    }

    @Exit
    static void exit(@Entered LlmCall call, @Returned CompletableFuture<?> answer, @Threw Throwable error) {
        if (call == null) {
            return;
        }
        call.leave();
        if (answer == null) {
            call.end(error);
        } else {
            call.livesWith(answer);
            answer.whenComplete(new End(call));
        }
    }

    private static final class End implements BiConsumer<Object, Throwable> {
        private final LlmCall call;

        End(LlmCall call) {
            this.call = call;
        }

        @Override
        public void accept(Object value, Throwable error) {
            Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
            if (cause instanceof CancellationException) {
                call.cancel();
            } else {
                call.end(cause);
            }
        }
    }
}
