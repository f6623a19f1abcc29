package dev.clew.plugins.springaiembeddings;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.trace.LlmCall;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

/** A call of an embedding model; all the short ways lead here. The outermost model owns it. */
@Hook(
        type = "org.springframework.ai.embedding.EmbeddingModel",
        subtypes = true,
        method = "call",
        params = "org.springframework.ai.embedding.EmbeddingRequest",
        returns = "org.springframework.ai.embedding.EmbeddingResponse",
        owns = Layer.MODEL)
final class EmbeddingHook {
    private EmbeddingHook() {}

    @Enter
    static LlmCall enter(@Arg(0) EmbeddingRequest request) {
        return request == null || Embeddings.owner() != null ? null : Embeddings.start(request);
    }

    @Exit
    static void exit(@Entered LlmCall call, @Returned EmbeddingResponse response, @Threw Throwable error) {
        if (call != null) {
            if (response != null) {
                call.response(Layer.MODEL, new Embeddings.Answered(response));
            }
            call.close(error);
        }
    }
}
