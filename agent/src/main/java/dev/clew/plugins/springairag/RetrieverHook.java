package dev.clew.plugins.springairag;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.trace.Operation;
import dev.clew.trace.Retrieval;
import java.util.List;
import org.springframework.ai.document.Document;
import org.springframework.ai.rag.Query;

/** A document retriever at work; one that stands behind another is the same. A lambda is seen by the store it searches. */
@Hook(
        type = "org.springframework.ai.rag.retrieval.search.DocumentRetriever",
        subtypes = true,
        method = "retrieve",
        params = "org.springframework.ai.rag.Query")
final class RetrieverHook {
    private RetrieverHook() {}

    @Enter
    static Retrieval enter(@Arg(0) Query query) {
        if (query == null || Operation.current() instanceof Retrieval) {
            return null;
        }
        Retrieval retrieval = Retrieval.start(null);
        retrieval.query(query.text());
        return retrieval;
    }

    @Exit
    static void exit(@Entered Retrieval retrieval, @Returned List<Document> documents, @Threw Throwable error) {
        Found.end(retrieval, documents, error);
    }
}
