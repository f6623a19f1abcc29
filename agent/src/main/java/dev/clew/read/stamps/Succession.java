package dev.clew.read.stamps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/**
 * Which revision took the place of which. One that came when another went is its next version, though both ran for a while, as
 * while one machine after the other is renewed, and though the old one came back. Those that run in turn again and again are
 * used side by side, as several prompts of one agent are: neither is a change of the other.
 */
final class Succession {
    /** Turns, of those that there were if nobody cared which comes when; from that share on they are in use side by side. */
    private static final double SHARE_OF_TURNS = 0.5;
    /** A, B, A, B; while A, B, A is a version that was taken back. */
    private static final int LEAST_TURNS = 4;
    /** Of the traces of the rarer, in which both ran: no release comes in the midst of that many. */
    private static final double SHARE_OF_TRACES = 0.25;

    private final Map<Revision, Revision> before = new HashMap<>();
    private final Map<Revision, List<Revision>> beside = new HashMap<>();
    private final List<Revision> ordered = new ArrayList<>();

    /**
     * @param revisions by the time of their first run
     * @param likeness the more alike two are, the higher; asked where one may be the next of several
     */
    Succession(List<Revision> revisions, ToDoubleBiFunction<Revision, Revision> likeness) {
        Set<Revision> outlived = new HashSet<>();
        for (int i = 0; i < revisions.size(); i++) {
            Revision revision = revisions.get(i);
            List<Revision> candidates = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                Revision earlier = revisions.get(j);
                if (inTurn(earlier, revision)) {
                    beside.computeIfAbsent(earlier, missing -> new ArrayList<>()).add(revision);
                    beside.computeIfAbsent(revision, missing -> new ArrayList<>()).add(earlier);
                } else if (!outlived.contains(earlier)) {
                    candidates.add(earlier);
                }
            }
            Revision old = mostLike(revision, candidates, likeness);
            if (old != null) {
                before.put(revision, old);
                outlived.add(revision.lastEpochNanos() > old.lastEpochNanos() ? old : revision); // or it was taken back
            }
        }
        order(revisions);
    }

    private static Revision mostLike(Revision revision, List<Revision> candidates, ToDoubleBiFunction<Revision, Revision> likeness) {
        Revision best = null;
        double bestLikeness = 0;
        for (Revision candidate : candidates) {
            double alike = candidates.size() == 1 ? 1 : likeness.applyAsDouble(candidate, revision);
            if (best == null || alike > bestLikeness || alike == bestLikeness && candidate.lastEpochNanos() > best.lastEpochNanos()) {
                best = candidate;
                bestLikeness = alike;
            }
        }
        return best;
    }

    private static boolean inTurn(Revision a, Revision b) {
        int together = 0;
        Revision rarer = a.traces() < b.traces() ? a : b;
        Revision other = rarer == a ? b : a;
        for (String trace : rarer.tracesOf()) {
            together += other.ranIn(trace) ? 1 : 0;
        }
        if (together > SHARE_OF_TRACES * rarer.traces()) {
            return true;
        }
        if (a.lastEpochNanos() < b.firstEpochNanos() || b.lastEpochNanos() < a.firstEpochNanos()) {
            return false;
        }
        // as many as there were if each of their traces had come at any time
        double anyhow = 1 + 2.0 * a.traces() * b.traces() / (a.traces() + b.traces());
        int turns = turns(a.starts(), b.starts());
        return turns >= LEAST_TURNS && turns > SHARE_OF_TURNS * anyhow;
    }

    /** How often it is the one's turn and then the other's: 2 where all of the one came before all of the other. */
    private static int turns(long[] a, long[] b) {
        int turns = 0;
        int last = 0;
        for (int i = 0, j = 0; i < a.length || j < b.length;) {
            int next = j == b.length || i < a.length && a[i] <= b[j] ? 1 : 2;
            i += next == 1 ? 1 : 0;
            j += next == 2 ? 1 : 0;
            turns += next == last ? 0 : 1;
            last = next;
        }
        return turns;
    }

    /** Each after the one that it replaced. */
    private void order(List<Revision> revisions) {
        Map<Revision, List<Revision>> after = new HashMap<>();
        List<Revision> open = new ArrayList<>();
        for (int i = revisions.size() - 1; i >= 0; i--) {
            Revision old = before.get(revisions.get(i));
            (old == null ? open : after.computeIfAbsent(old, missing -> new ArrayList<>())).add(revisions.get(i));
        }
        while (!open.isEmpty()) {
            Revision next = open.remove(open.size() - 1);
            ordered.add(next);
            open.addAll(after.getOrDefault(next, List.of()));
        }
    }

    /** Versions of one thing one after the other, and the things by the time of their first run. */
    List<Revision> ordered() {
        return ordered;
    }

    /** Null for none. */
    Revision before(Revision revision) {
        return before.get(revision);
    }

    List<Revision> beside(Revision revision) {
        return beside.getOrDefault(revision, List.of());
    }
}
