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
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingSearchResult;
import java.util.ArrayList;

/** A vector store is searched: for the search that is under way, or for a tool, an agent, an application by themselves. */
@Hook(
        type = "dev.langchain4j.store.embedding.EmbeddingStore",
        subtypes = true,
        method = "search",
        params = "dev.langchain4j.store.embedding.EmbeddingSearchRequest")
final class SearchHook {
    /** Whether the request has query(), not there in 1.4. */
    private static volatile boolean saysWhat = true;

    private SearchHook() {}

    @Enter
    static Retrieval enter(@Arg(0) EmbeddingSearchRequest request) {
        if (request == null) {
            return null;
        }
        if (Operation.current() instanceof Retrieval outer && outer.isOpen()) {
            asks(outer, request);
            return null;
        }
        Retrieval retrieval = Retrieval.start(null);
        retrieval.query(query(request));
        asks(retrieval, request);
        return retrieval;
    }

    private static void asks(Retrieval retrieval, EmbeddingSearchRequest request) {
        retrieval.topK(request.maxResults());
        retrieval.filter(Filters.of(request.filter()));
        retrieval.scores(Retrieval.Scores.SIMILARITY);
    }

    private static String query(EmbeddingSearchRequest request) {
        if (saysWhat) {
            try {
                return request.query();
            } catch (NoSuchMethodError older) {
                saysWhat = false;
            }
        }
        return null;
    }

    @Exit
    static void exit(@Entered Retrieval retrieval, @Returned EmbeddingSearchResult<?> result, @Threw Throwable error) {
        if (retrieval != null) {
            if (result != null) {
                retrieval.found(new Found.Matches(new ArrayList<>(result.matches())));
            }
            retrieval.close(error);
        }
    }
}
