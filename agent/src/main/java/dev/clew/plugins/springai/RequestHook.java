package dev.clew.plugins.springai;

import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.trace.LlmCall;
import org.springframework.ai.chat.observation.ChatModelObservationContext;

/** Every model says here what it is about to send, whether anybody observes or not. */
@Hook(
        type = "org.springframework.ai.chat.observation.ChatModelObservationContext$Builder",
        method = "build",
        params = {})
final class RequestHook {
    private RequestHook() {}

    @Exit
    static void exit(@Returned ChatModelObservationContext context) {
        LlmCall call = context == null ? null : LlmCall.owner();
        if (call != null) {
            Calls.sends(call, context.getRequest(), context.getOperationMetadata().provider());
        }
    }
}
