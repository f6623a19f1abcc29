package dev.clew.read;

import java.util.HashSet;
import java.util.Set;

/**
 * What to keep of a file; everything else is skipped before it takes memory.
 *
 * @param traceId null for every trace
 * @param keys the span attributes to keep; null for all of them, with events, links and the resource
 */
record Selection(String traceId, Set<String> keys) {
    static final Selection EVERYTHING = new Selection(null, null);
    static final Selection OVERVIEW = new Selection(null, overviewKeys());

    static Selection of(String traceId) {
        return new Selection(traceId, null);
    }

    boolean isOverview() {
        return keys != null;
    }

    private static Set<String> overviewKeys() {
        Set<String> keys = new HashSet<>(TokenCount.KEYS);
        keys.add(Operation.NAME);
        keys.add(Operation.HTTP_METHOD);
        return keys;
    }
}
