package dev.clew.plugins.springai;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.trace.LlmCall;
import org.springframework.ai.chat.model.ChatResponse;

/** Tools are about to run: the round that asked for them is over. Up to 1.1 its stream goes on with the rounds that follow. */
@Hook(
        type = "org.springframework.ai.model.tool.ToolCallingManager",
        subtypes = true,
        method = "executeToolCalls",
        params = {"org.springframework.ai.chat.prompt.Prompt", "org.springframework.ai.chat.model.ChatResponse"})
final class ToolRoundHook {
    private ToolRoundHook() {}

    @Enter
    static Object enter(@Arg(1) ChatResponse response) {
        LlmCall call = LlmCall.owner();
        if (call != null && response != null) {
            if (Calls.isStream(call)) {
                Calls.chunk(call, response);
            } else {
                Calls.answered(call, response);
            }
            call.close(null);
        }
        return null;
    }
}
