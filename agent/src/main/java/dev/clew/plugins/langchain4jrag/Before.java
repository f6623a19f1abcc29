package dev.clew.plugins.langchain4jrag;

import dev.clew.trace.Operation;
import dev.clew.trace.Retrieval;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a search had found before somebody put it in another order: the library makes new contents of the old segments then, which
 * have neither id nor the score of the store.
 */
final class Before {
    private final Map<Object, Content> contents = new IdentityHashMap<>();
    private volatile Map<Object, Integer> ranks;

    /** Notes it for the search that is under way; null where there is none. */
    static Before note(Map<?, ? extends Collection<List<Content>>> found) {
        if (found == null || !(Operation.current() instanceof Retrieval search) || !search.isOpen()) {
            return null;
        }
        Before before = new Before();
        List<Content> only = null;
        int lists = 0;
        for (Collection<List<Content>> ofQuery : found.values()) {
            for (List<Content> list : ofQuery) {
                only = list;
                lists++;
                for (Content content : list) {
                    before.contents.put(content.textSegment(), content);
                }
            }
        }
        if (lists == 1) {
            List<Object> segments = new ArrayList<>(only.size());
            for (Content content : only) {
                segments.add(content.textSegment());
            }
            before.ranked(segments);
        }
        search.attach(before);
        return before;
    }

    /** Notes the order in which they were before. Several lists have none before they are made one. */
    void ranked(List<?> segments) {
        Map<Object, Integer> order = new IdentityHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            order.putIfAbsent(segments.get(i), i + 1);
        }
        ranks = order;
    }

    /** Null where it is not known. */
    Integer rank(TextSegment segment) {
        Map<Object, Integer> order = ranks;
        return order == null || segment == null ? null : order.get(segment);
    }

    /** What was found of that segment; null for nothing. */
    Content content(TextSegment segment) {
        return segment == null ? null : contents.get(segment);
    }
}
