package dev.clew.plugins.springai;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.trace.LlmCall;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.observation.ChatModelObservationContext;

/** Every model says here what it was answered: the end of a round, unless it is a stream's, which has an end of its own. */
@Hook(
        type = "org.springframework.ai.model.observation.ModelObservationContext",
        method = "setResponse",
        params = "java.lang.Object")
final class ResponseHook {
    private ResponseHook() {}

    @Exit
    static void exit(@This Object context, @Arg(0) Object answer) {
        if (context instanceof ChatModelObservationContext && answer instanceof ChatResponse response) {
            LlmCall call = LlmCall.owner();
            if (call != null && !Calls.isStream(call)) {
                Calls.answered(call, response);
                call.close(null);
            }
        }
    }
}
