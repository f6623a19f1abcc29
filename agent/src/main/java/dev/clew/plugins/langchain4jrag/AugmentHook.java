package dev.clew.plugins.langchain4jrag;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.trace.Operation;
import dev.clew.trace.Retrieval;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.AugmentationResult;

/** A question on its way to the model gets documents: what is found in the end, after re-ranking. */
@Hook(
        type = "dev.langchain4j.rag.RetrievalAugmentor",
        subtypes = true,
        method = "augment",
        params = "dev.langchain4j.rag.AugmentationRequest")
final class AugmentHook {
    private AugmentHook() {}

    @Enter
    static Retrieval enter(@Arg(0) AugmentationRequest request) {
        boolean words = request != null && request.chatMessage() instanceof UserMessage message && message.hasSingleText();
        String text = words ? ((UserMessage) request.chatMessage()).singleText() : null;
        if (Operation.current() instanceof Retrieval outer && outer.covers(text)) {
            return null;
        }
        Retrieval retrieval = Retrieval.start(null);
        retrieval.query(text);
        return retrieval;
    }

    @Exit
    static void exit(@Entered Retrieval retrieval, @Returned AugmentationResult result, @Threw Throwable error) {
        if (retrieval != null) {
            Before before = retrieval.attached() instanceof Before known ? known : null;
            Found.Contents found = result == null ? null : Found.contents(result.contents(), before);
            if (found != null && found.areScoredAgain()) {
                retrieval.scores(Retrieval.Scores.RERANK);
            }
            retrieval.found(found);
            retrieval.close(error);
        }
    }
}
