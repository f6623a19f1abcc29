package dev.clew.cli.diff;

import dev.clew.read.Operation;
import dev.clew.read.SpanNode;
import dev.clew.read.Trace;
import dev.clew.read.stamps.StampBook;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Two traces as one tree, and the first place at which they part. */
public final class TraceDiff {
    private final Trace a;
    private final Trace b;
    private final StampBook book;
    private final List<Pair> roots = new ArrayList<>();
    private final List<Pair> all = new ArrayList<>();
    private final Map<SpanNode, Facts> facts = new IdentityHashMap<>();

    private TraceDiff(Trace a, Trace b, StampBook book) {
        this.a = a;
        this.b = b;
        this.book = book;
    }

    public static TraceDiff of(Trace a, Trace b, StampBook book) {
        TraceDiff diff = new TraceDiff(a, b, book);
        diff.pair();
        return diff;
    }

    /** Level by level, without recursion: a chain may be as long as a trace. */
    private void pair() {
        Deque<Pair> open = new ArrayDeque<>();
        for (Siblings.Match match : Siblings.match(a.roots(), b.roots(), this::facts)) {
            roots.add(pair(match));
        }
        open.addAll(roots);
        while (!open.isEmpty()) {
            Pair pair = open.poll();
            all.add(pair);
            for (Siblings.Match match : Siblings.match(children(pair.a()), children(pair.b()), this::facts)) {
                Pair child = pair(match);
                pair.add(child);
                open.add(child);
            }
        }
        for (int i = all.size() - 1; i >= 0; i--) { // children before parents
            for (Pair child : all.get(i).children()) {
                all.get(i).below(child.isSameThroughout());
            }
        }
    }

    private static List<SpanNode> children(SpanNode span) {
        return span == null ? List.of() : span.children();
    }

    private Pair pair(Siblings.Match match) {
        boolean both = match.a() != null && match.b() != null;
        return new Pair(match.a(), match.b(), both ? Facts.differences(facts(match.a()), facts(match.b())) : List.of());
    }

    private Facts facts(SpanNode span) {
        return facts.computeIfAbsent(span, missing -> Facts.of(missing, book));
    }

    Trace a() {
        return a;
    }

    Trace b() {
        return b;
    }

    List<Pair> roots() {
        return roots;
    }

    /** Parents before children. */
    List<Pair> inTreeOrder() {
        List<Pair> order = new ArrayList<>(all.size());
        Deque<Pair> stack = new ArrayDeque<>();
        for (int i = roots.size() - 1; i >= 0; i--) {
            stack.push(roots.get(i));
        }
        while (!stack.isEmpty()) {
            Pair pair = stack.pop();
            order.add(pair);
            for (int i = pair.children().size() - 1; i >= 0; i--) {
                stack.push(pair.children().get(i));
            }
        }
        return order;
    }

    /** Nothing differs but what differs between any two runs. */
    public boolean isSame() {
        return roots.stream().allMatch(Pair::isSameThroughout);
    }

    /**
     * Where the traces part: the first span that one of them has alone, or that was asked something else, or that answered
     * something else when all below it was the same. Null where they are the same.
     */
    Pair firstDivergence() {
        Deque<Pair> stack = new ArrayDeque<>();
        Deque<Pair> entered = new ArrayDeque<>();
        for (int i = roots.size() - 1; i >= 0; i--) {
            stack.push(roots.get(i));
        }
        while (!stack.isEmpty()) {
            Pair pair = stack.peek();
            boolean leaving = entered.peek() == pair;
            if (leaving ? !pair.differences().isEmpty() : partsAtOnce(pair)) {
                return pair;
            }
            if (leaving) {
                stack.pop();
                entered.pop();
                continue;
            }
            entered.push(pair);
            for (int i = pair.children().size() - 1; i >= 0; i--) {
                stack.push(pair.children().get(i));
            }
        }
        return null;
    }

    private static boolean partsAtOnce(Pair pair) {
        return pair.a() == null || pair.b() == null || pair.differences().stream().anyMatch(fact -> !fact.late());
    }

    /** What stands at the same place in the other trace, where one has a span alone; null for nothing of the kind. */
    Pair counterpart(Pair alone) {
        List<Pair> siblings = alone.parent() == null ? roots : alone.parent().children();
        for (int i = siblings.indexOf(alone) + 1; i < siblings.size(); i++) {
            Pair next = siblings.get(i);
            boolean other = (next.a() == null) != (alone.a() == null) && (next.a() == null || next.b() == null);
            if (other && Operation.of(next.either()) == Operation.of(alone.either())) {
                return next;
            }
            if (next.a() != null && next.b() != null) {
                return null;
            }
        }
        return null;
    }
}
