package dev.clew.plugins.springai;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.plugins.async.Results;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/** A streamed round of a model that runs the tools itself, up to 1.1; the first one is the call's own. */
@Hook(
        type = "org.springframework.ai.chat.model.ChatModel",
        subtypes = true,
        method = "internalStream",
        params = {"org.springframework.ai.chat.prompt.Prompt", "org.springframework.ai.chat.model.ChatResponse"},
        returns = "reactor.core.publisher.Flux",
        owns = Layer.MODEL)
final class StreamRoundHook {
    private StreamRoundHook() {}

    @ReplaceReturned
    static Object follow(@Arg(0) Prompt prompt, @Arg(1) ChatResponse previous, @Returned Object flux) {
        return prompt == null || flux == null ? null : Results.traced(flux, new Calls.Stream(prompt, previous));
    }
}
