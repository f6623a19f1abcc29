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
import org.springframework.ai.vectorstore.SearchRequest;

/** A search in a vector store. For a retriever it is a part of its work, and tells how many are wanted. */
@Hook(
        type = "org.springframework.ai.vectorstore.VectorStore",
        subtypes = true,
        method = "similaritySearch",
        params = "org.springframework.ai.vectorstore.SearchRequest")
final class StoreHook {
    private StoreHook() {}

    @Enter
    static Retrieval enter(@Arg(0) SearchRequest request) {
        if (request == null) {
            return null;
        }
        if (Operation.current() instanceof Retrieval retriever) {
            asks(retriever, request);
            return null;
        }
        Retrieval retrieval = Retrieval.start(null);
        retrieval.query(request.getQuery());
        asks(retrieval, request);
        return retrieval;
    }

    private static void asks(Retrieval retrieval, SearchRequest request) {
        retrieval.topK(request.getTopK());
        retrieval.filter(Filters.of(request.getFilterExpression()));
        retrieval.scores(Retrieval.Scores.SIMILARITY);
    }

    @Exit
    static void exit(@Entered Retrieval retrieval, @Returned List<Document> documents, @Threw Throwable error) {
        Found.end(retrieval, documents, error);
    }
}
