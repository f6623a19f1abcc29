package dev.clew.plugins.springaiembeddings;

import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.trace.LlmCall;
import org.springframework.ai.embedding.observation.EmbeddingModelObservationContext;

/** Every embedding model says here what it is about to send, whether anybody observes or not. */
@Hook(
        type = "org.springframework.ai.embedding.observation.EmbeddingModelObservationContext$Builder",
        method = "build",
        params = {})
final class RequestHook {
    private RequestHook() {}

    @Exit
    static void exit(@Returned EmbeddingModelObservationContext context) {
        LlmCall call = context == null ? null : Embeddings.owner();
        if (call != null) {
            Embeddings.asked(call, context.getRequest(), context.getOperationMetadata().provider());
        }
    }
}
