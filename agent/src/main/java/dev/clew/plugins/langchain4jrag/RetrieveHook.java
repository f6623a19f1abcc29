package dev.clew.plugins.langchain4jrag;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.Operation;
import dev.clew.trace.Retrieval;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.query.Query;
import java.util.List;

/** A retriever at work. One that only decorates another, or that an augmentor asks its own question, is no second search. */
@Hook(
        type = "dev.langchain4j.rag.content.retriever.ContentRetriever",
        subtypes = true,
        method = "retrieve",
        params = "dev.langchain4j.rag.query.Query")
final class RetrieveHook {
    private static final String NAMED = "dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever";
    private static final String NAME = "displayName='";

    private RetrieveHook() {}

    @Enter
    static Retrieval enter(@This Object retriever, @Arg(0) Query query) {
        String text = query == null ? null : query.text();
        if (Operation.current() instanceof Retrieval outer && outer.covers(text)) {
            return null;
        }
        Retrieval retrieval = Retrieval.start(source(retriever));
        retrieval.query(text);
        return retrieval;
    }

    /** The name that the application gave the library's own retriever; it says it nowhere else. */
    private static String source(Object retriever) {
        if (!retriever.getClass().getName().equals(NAMED)) {
            return null;
        }
        String said = retriever.toString();
        int from = said.indexOf(NAME);
        int to = said.lastIndexOf('\'');
        String name = from < 0 || to < from + NAME.length() ? null : said.substring(from + NAME.length(), to);
        return "Default".equals(name) ? null : name;
    }

    @Exit
    static void exit(@Entered Retrieval retrieval, @Returned List<Content> contents, @Threw Throwable error) {
        if (retrieval != null) {
            retrieval.found(Found.contents(contents, null));
            retrieval.close(error);
        }
    }
}
