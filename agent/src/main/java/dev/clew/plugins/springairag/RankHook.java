package dev.clew.plugins.springairag;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.Operation;
import dev.clew.trace.Ranking;
import java.util.ArrayList;
import java.util.List;
import org.springframework.ai.document.Document;
import org.springframework.ai.rag.Query;

/** Documents that were found are ranked again, chosen from or changed; by one that stands behind another, it is the same work. */
@Hook(
        type = "org.springframework.ai.rag.postretrieval.document.DocumentPostProcessor",
        subtypes = true,
        method = "process",
        params = {"org.springframework.ai.rag.Query", "java.util.List"})
final class RankHook {
    private RankHook() {}

    @Enter
    static Ranking enter(@This Object processor, @Arg(0) Query query, @Arg(1) List<Document> documents) {
        if (documents == null || Operation.current() instanceof Ranking outer && outer.isOpen()) {
            return null;
        }
        Ranking ranking = Ranking.start(processor.getClass().getSimpleName());
        ranking.query(query == null ? null : query.text());
        ranking.given(new Found(new ArrayList<>(documents)));
        return ranking;
    }

    @Exit
    static void exit(@Entered Ranking ranking, @Returned List<Document> documents, @Threw Throwable error) {
        if (ranking != null) {
            if (documents != null) {
                ranking.ranked(new Found(new ArrayList<>(documents)));
            }
            ranking.close(error);
        }
    }
}
