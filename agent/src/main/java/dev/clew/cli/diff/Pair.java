package dev.clew.cli.diff;

import dev.clew.read.SpanNode;
import java.util.ArrayList;
import java.util.List;

/** A place in the one tree that two become: a span of each, or of one alone. */
final class Pair {
    private final SpanNode a;
    private final SpanNode b;
    private final List<Fact> differences;
    private final List<Pair> children = new ArrayList<>();
    private Pair parent;
    private boolean sameBelow = true;

    Pair(SpanNode a, SpanNode b, List<Fact> differences) {
        this.a = a;
        this.b = b;
        this.differences = differences;
    }

    void add(Pair child) {
        child.parent = this;
        children.add(child);
    }

    /** Bottom up: something below differs. */
    void below(boolean same) {
        sameBelow &= same;
    }

    /** Null where B alone has it. */
    SpanNode a() {
        return a;
    }

    /** Null where A alone has it. */
    SpanNode b() {
        return b;
    }

    /** Whichever there is, A's first. */
    SpanNode either() {
        return a != null ? a : b;
    }

    /** Empty where the spans are the same, or there is one. */
    List<Fact> differences() {
        return differences;
    }

    List<Pair> children() {
        return children;
    }

    /** Null for a root. */
    Pair parent() {
        return parent;
    }

    /** {@code =} the same, {@code ~} changed, {@code -} A has it alone, {@code +} B has it alone. */
    char mark() {
        return b == null ? '-' : a == null ? '+' : differences.isEmpty() ? '=' : '~';
    }

    /** And all below it. */
    boolean isSameThroughout() {
        return mark() == '=' && sameBelow;
    }
}
