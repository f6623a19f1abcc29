package dev.clew.read;

import java.util.HashSet;
import java.util.Set;

/**
 * What to keep of a file; everything else is skipped before it takes memory.
 *
 * @param traces their ids; null for every trace
 * @param keys the span attributes to keep; null for all of them, with events and links
 * @param resource the attributes of the resource to keep; null for all of them
 */
record Selection(Set<String> traces, Set<String> keys, Set<String> resource) {
    static final Selection EVERYTHING = new Selection(null, null, null);
    static final Selection OVERVIEW = new Selection(null, overviewKeys(), Set.of());

    static Selection of(Set<String> traces) {
        return new Selection(traces, null, null);
    }

    /** An overview with some attributes more. */
    static Selection of(Set<String> more, Set<String> resource) {
        Set<String> keys = overviewKeys();
        keys.addAll(more);
        return new Selection(null, keys, resource);
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
