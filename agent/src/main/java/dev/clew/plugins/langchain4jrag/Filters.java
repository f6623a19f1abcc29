package dev.clew.plugins.langchain4jrag;

import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.logical.And;
import dev.langchain4j.store.embedding.filter.logical.Not;
import dev.langchain4j.store.embedding.filter.logical.Or;
import java.util.function.Supplier;

/**
 * A filter of a search as text, in the library's words. One of the application's own is told by its class: to ask it would be to run the
 * application's code.
 */
record Filters(Filter filter) implements Supplier<String> {
    private static final String COMPARISONS = "dev.langchain4j.store.embedding.filter.comparison.";
    private static final int DEEPEST = 32;

    /** Null for no filter. */
    static Filters of(Filter filter) {
        return filter == null ? null : new Filters(filter);
    }

    @Override
    public String get() {
        return text(filter, 0);
    }

    private static String text(Filter filter, int depth) {
        if (filter == null || depth > DEEPEST) {
            return "...";
        }
        if (filter instanceof And and) {
            return '(' + text(and.left(), depth + 1) + " AND " + text(and.right(), depth + 1) + ')';
        }
        if (filter instanceof Or or) {
            return '(' + text(or.left(), depth + 1) + " OR " + text(or.right(), depth + 1) + ')';
        }
        if (filter instanceof Not not) {
            return "NOT " + text(not.expression(), depth + 1);
        }
        Class<?> type = filter.getClass();
        return type.getName().startsWith(COMPARISONS) ? filter.toString() : type.getName();
    }
}
