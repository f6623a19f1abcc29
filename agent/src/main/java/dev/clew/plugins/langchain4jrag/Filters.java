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
    private static final String[] VALUES = {"comparisonValue", "comparisonValues"};
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
        return type.getName().startsWith(COMPARISONS) && isPlain(filter) ? filter.toString() : type.getName();
    }

    /** Whether what it compares with is of the JDK: else the filter's text would be made by code of the application. */
    private static boolean isPlain(Filter comparison) {
        for (String getter : VALUES) {
            try {
                Object value = comparison.getClass().getMethod(getter).invoke(comparison);
                return value instanceof Iterable<?> values ? arePlain(values) : value != null && value.getClass().getClassLoader() == null;
            } catch (ReflectiveOperationException | RuntimeException notThisOne) {
                continue;
            }
        }
        return false;
    }

    private static boolean arePlain(Iterable<?> values) {
        if (values.getClass().getClassLoader() != null) {
            return false;
        }
        for (Object value : values) {
            if (value == null || value.getClass().getClassLoader() != null) {
                return false;
            }
        }
        return true;
    }
}
