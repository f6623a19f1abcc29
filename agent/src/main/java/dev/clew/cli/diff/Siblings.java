package dev.clew.cli.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.clew.read.Operation;
import dev.clew.read.SpanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Which child of the one belongs to which of the other: by what they are, what they were asked, and their order. */
final class Siblings {
    /** Of one of them null, or of neither. */
    record Match(SpanNode a, SpanNode b) {}

    private static final int SAME_NAME = 10;
    private static final int SAME_INPUT = 5;
    private static final int OTHER_MODEL = 4;
    private static final long MANY = 4_000_000;

    private final List<SpanNode> a;
    private final List<SpanNode> b;
    private final Function<SpanNode, Facts> facts;
    private final List<Match> matches = new ArrayList<>();

    private Siblings(List<SpanNode> a, List<SpanNode> b, Function<SpanNode, Facts> facts) {
        this.a = a;
        this.b = b;
        this.facts = facts;
    }

    static List<Match> match(List<SpanNode> a, List<SpanNode> b, Function<SpanNode, Facts> facts) {
        Siblings siblings = new Siblings(a, b, facts);
        siblings.align();
        if (a.size() * (long) b.size() <= MANY) {
            siblings.swapConcurrent();
            siblings.pairConcurrent();
        }
        return siblings.matches;
    }

    private int score(SpanNode one, SpanNode other) {
        if (Operation.of(one) != Operation.of(other)) {
            return 0;
        }
        if (!one.name().equals(other.name())) {
            return Operation.of(one).isModelCall() ? OTHER_MODEL : 0; // its name is its model's
        }
        return Objects.equals(facts.apply(one).input(), facts.apply(other).input()) ? SAME_NAME + SAME_INPUT : SAME_NAME;
    }

    private void align() {
        int start = 0;
        while (start < Math.min(a.size(), b.size()) && score(a.get(start), b.get(start)) == SAME_NAME + SAME_INPUT) {
            matches.add(new Match(a.get(start), b.get(start)));
            start++;
        }
        if ((a.size() - start) * (long) (b.size() - start) <= MANY) {
            best(start);
        } else {
            byName(start);
        }
    }

    /** The highest sum of scores, in order. */
    private void best(int start) {
        int n = a.size() - start;
        int m = b.size() - start;
        int[][] sums = new int[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                int score = score(a.get(start + i), b.get(start + j));
                int skip = Math.max(sums[i + 1][j], sums[i][j + 1]);
                sums[i][j] = score == 0 ? skip : Math.max(skip, sums[i + 1][j + 1] + score);
            }
        }
        int i = 0;
        int j = 0;
        while (i < n || j < m) {
            int score = i < n && j < m ? score(a.get(start + i), b.get(start + j)) : 0;
            if (score > 0 && sums[i][j] == sums[i + 1][j + 1] + score) {
                matches.add(new Match(a.get(start + i++), b.get(start + j++)));
            } else if (i < n && (j == m || sums[i + 1][j] >= sums[i][j + 1])) {
                matches.add(new Match(a.get(start + i++), null));
            } else {
                matches.add(new Match(null, b.get(start + j++)));
            }
        }
    }

    /** Thousands beside thousands: what they are and their order have to do. */
    private void byName(int start) {
        List<SpanNode> restA = a.subList(start, a.size());
        List<SpanNode> restB = b.subList(start, b.size());
        int i = 0;
        int j = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(names(restA), names(restB)).getDeltas()) {
            while (i < delta.getSource().getPosition()) {
                matches.add(new Match(restA.get(i++), restB.get(j++)));
            }
            for (int k = 0; k < delta.getSource().size(); k++) {
                matches.add(new Match(restA.get(i++), null));
            }
            for (int k = 0; k < delta.getTarget().size(); k++) {
                matches.add(new Match(null, restB.get(j++)));
            }
        }
        while (i < restA.size()) {
            matches.add(new Match(restA.get(i++), restB.get(j++)));
        }
    }

    private static List<String> names(List<SpanNode> spans) {
        List<String> names = new ArrayList<>(spans.size());
        for (SpanNode span : spans) {
            names.add(Operation.of(span) + " " + span.name());
        }
        return names;
    }

    /** What ran side by side has no order: of several of one name, those belong together that were asked the same. */
    private void swapConcurrent() {
        for (int i = 0; i < matches.size(); i++) {
            for (int j = 0; j < matches.size() && isUnlike(matches.get(i)); j++) {
                Match one = matches.get(i);
                Match other = matches.get(j);
                boolean fits = isUnlike(other) && score(one.a, other.b) == SAME_NAME + SAME_INPUT;
                if (fits && (isConcurrent(one.a, List.of(other.a)) || isConcurrent(one.b, List.of(other.b)) || haveOneAsker(one.a, other.a))) {
                    matches.set(i, new Match(one.a, other.b));
                    matches.set(j, new Match(other.a, one.b));
                }
            }
        }
    }

    private boolean isUnlike(Match match) {
        return match.a != null && match.b != null && score(match.a, match.b) == SAME_NAME;
    }

    /** One answer of a model asked for both: their order was nobody's decision. */
    private static boolean haveOneAsker(SpanNode one, SpanNode other) {
        for (SpanNode.Link link : one.links()) {
            boolean asked = "tool_call".equals(link.attributes().get("clew.link"));
            if (asked && other.links().stream().anyMatch(its -> its.spanId().equals(link.spanId())
                    && "tool_call".equals(its.attributes().get("clew.link")))) {
                return true;
            }
        }
        return false;
    }

    /** What ran side by side has no order: one that is missing here and there is one. */
    private void pairConcurrent() {
        for (int i = 0; i < matches.size(); i++) {
            SpanNode one = matches.get(i).b == null ? matches.get(i).a : null;
            for (int j = 0; one != null && j < matches.size(); j++) {
                SpanNode other = matches.get(j).a == null ? matches.get(j).b : null;
                if (other != null && score(one, other) >= SAME_NAME && (isConcurrent(one, a) || isConcurrent(other, b))) {
                    matches.set(i, new Match(one, other));
                    matches.remove(j);
                    i -= j < i ? 1 : 0;
                    break;
                }
            }
        }
    }

    private static boolean isConcurrent(SpanNode span, List<SpanNode> siblings) {
        for (SpanNode other : siblings) {
            if (other != span && other.startEpochNanos() < end(span) && span.startEpochNanos() < end(other)) {
                return true;
            }
        }
        return false;
    }

    private static long end(SpanNode span) {
        return span.isOpen() ? Long.MAX_VALUE : span.endEpochNanos();
    }
}
