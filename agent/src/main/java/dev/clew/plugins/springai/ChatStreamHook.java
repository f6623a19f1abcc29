package dev.clew.plugins.springai;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.plugins.async.Results;
import org.springframework.ai.chat.prompt.Prompt;

/** A streamed model call: it begins when someone subscribes. */
@Hook(
        type = "org.springframework.ai.chat.model.ChatModel",
        subtypes = true,
        method = "stream",
        params = "org.springframework.ai.chat.prompt.Prompt",
        returns = "reactor.core.publisher.Flux",
        owns = Layer.MODEL)
final class ChatStreamHook {
    private ChatStreamHook() {}

    @ReplaceReturned
    static Object follow(@This Object model, @Arg(0) Prompt prompt, @Returned Object flux) {
        if (prompt == null || flux == null) {
            return null;
        }
        Object traced = Results.traced(flux, new Calls.Stream(prompt, null));
        return traced != null && Loops.isAgent(model, prompt) ? Results.traced(traced, new Loops.Stream(prompt)) : traced;
    }
}
