package dev.clew.plugins.langchain4jrag;

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
import dev.langchain4j.model.embedding.EmbeddingModel;

/**
 * Texts become vectors. All of a model's methods lead to another one, in some versions from the text to the request, for some
 * models back again; the outermost owns the call.
 */
@Hook(
        type = "dev.langchain4j.model.embedding.EmbeddingModel",
        subtypes = true,
        method = {"embed", "embedAll", "doEmbed"},
        params = "*",
        owns = Layer.MODEL)
final class EmbedHook {
    private EmbedHook() {}

    @Enter
    static LlmCall enter(@This EmbeddingModel model, @Arg(0) Object input) {
        if (input == null || LlmCall.owner("embeddings") != null) {
            return null;
        }
        LlmCall call = LlmCall.start(model, "embeddings", Vectors.provider(model), Vectors.model(model));
        call.request(Layer.MODEL, Vectors.asked(input));
        return call;
    }

    @Exit
    static void exit(@Entered LlmCall call, @Returned Object response, @Threw Throwable error) {
        if (call != null) {
            if (response != null) {
                call.response(Layer.MODEL, new Vectors.Answered(response));
            }
            call.close(error);
        }
    }
}
