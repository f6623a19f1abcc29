package dev.clew.plugins.springai;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.LlmCall;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/** A round of a model that runs the tools itself, up to 1.1: each round after the first begins inside the one before it. */
@Hook(
        type = "org.springframework.ai.chat.model.ChatModel",
        subtypes = true,
        method = "internalCall",
        params = {"org.springframework.ai.chat.prompt.Prompt", "org.springframework.ai.chat.model.ChatResponse"},
        returns = "org.springframework.ai.chat.model.ChatResponse",
        owns = Layer.MODEL)
final class ChatRoundHook {
    private ChatRoundHook() {}

    @Enter
    static LlmCall enter(@This Object model, @Arg(0) Prompt prompt, @Arg(1) ChatResponse previous) {
        return prompt == null || LlmCall.owner() != null ? null : Calls.start(model, prompt, previous);
    }

    @Exit
    static void exit(@Entered LlmCall call, @Returned ChatResponse response, @Threw Throwable error) {
        if (call != null) {
            if (call.isOpen()) {
                Calls.answered(call, response);
            }
            call.close(error);
        }
    }
}
