package dev.clew.plugins.langchain4jrag;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.aggregator.DefaultContentAggregator;
import dev.langchain4j.rag.query.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What several searches have found becomes one list, and may be put in another order. The library's own way keeps the order of one list. */
@Hook(
        type = "dev.langchain4j.rag.content.aggregator.ContentAggregator",
        subtypes = true,
        method = "aggregate",
        params = "java.util.Map")
final class AggregateHook {
    private AggregateHook() {}

    @Enter
    static Before enter(@This Object aggregator, @Arg(0) Map<Query, Collection<List<Content>>> found) {
        return aggregator.getClass() == DefaultContentAggregator.class ? null : Before.note(found);
    }
}
