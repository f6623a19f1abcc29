package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is promised of every construct through which work changes threads. A subclass is a {@code @ParameterizedClass} over the
 * constructs of one suite, see {@link #cases}.
 */
abstract class HandoverContract {
    private final HandoverRun run;
    private final String construct;

    HandoverContract(Case one) {
        this.run = one.run();
        this.construct = one.construct();
    }

    /** A construct in a run. */
    record Case(HandoverRun run, String where, String construct) {
        @Override
        public String toString() {
            return construct + " on " + where;
        }
    }

    /** The constructs of a run, for a {@code @MethodSource}. */
    static List<Case> cases(HandoverRun run, String where) {
        List<Case> cases = new ArrayList<>();
        for (String construct : run.constructs()) {
            cases.add(new Case(run, where, construct));
        }
        return cases;
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Test
    void theApplicationSeesNoDifference() {
        assertThat(run.saidAlone(construct).path("notes").has("threw")).as(run.alone.told()).isFalse();
        assertThat(run.saidTraced(construct)).as(run.traced.told()).isNotNull();
        assertThat(marks(run.saidTraced(construct))).isEqualTo(marks(run.saidAlone(construct)));
        assertThat(run.saidTraced(construct).path("notes").toPrettyString())
                .isEqualTo(run.saidAlone(construct).path("notes").toPrettyString());
    }

    /** Without the looks at a pool's threads: how many of them a pool comes to have is chance. */
    private static List<String> marks(JsonNode said) {
        List<String> marks = new ArrayList<>();
        for (JsonNode mark : said.path("marks")) {
            if (!mark.asText().startsWith("after-")) {
                marks.add(mark.asText());
            }
        }
        return marks;
    }

    @Test
    void whatIsHandedOverIsBelowWhatHandedItOver() {
        compareParents(false);
    }

    @Test
    void noThreadKeepsWhatWasHandedToIt() {
        compareParents(true);
    }

    private void compareParents(boolean afterwards) {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> actual = new TreeMap<>();
        for (JsonNode node : run.saidTraced(construct).path("marks")) {
            String mark = node.asText();
            if (mark.startsWith("after") == afterwards) {
                int slash = mark.indexOf('/');
                String parent = slash < 0 ? "" : mark.substring(0, slash);
                if (parent.indexOf('+') > 0) {
                    expected.put(mark, parent.replace("+", ", "));
                } else {
                    expected.merge(mark, parent, (a, b) -> a + ", " + b);
                }
                if (!actual.containsKey(mark)) {
                    List<String> found = new ArrayList<>();
                    run.marks(construct, mark).forEach(span -> found.add(run.nameOfParent(construct, span)));
                    found.sort(null);
                    actual.put(mark, found.isEmpty() ? "no span" : String.join(", ", found));
                }
            }
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void nothingIsHeldOnceItIsDone() {
        run.saidAlone(construct).path("notes").fields().forEachRemaining(note -> {
            if (note.getKey().endsWith(" is garbage")) {
                assertThat(note.getValue().asText()).as(note.getKey() + ", without the agent").isEqualTo("true");
            }
        });
        JsonNode notes = run.saidTraced(construct).path("notes");
        notes.fields().forEachRemaining(note -> {
            if (note.getKey().endsWith(" is garbage")) {
                assertThat(note.getValue().asText()).as(note.getKey()).isEqualTo("true");
            }
        });
    }

    @Test
    void clewHasNothingToComplainOf() {
        assertThat(run.traced.exit()).as(run.traced.told()).isZero();
        assertThat(run.traced.stderr().lines().filter(line -> !run.alone.stderr().contains(line)))
                .as(run.traced.told())
                .singleElement()
                .asString()
                .contains("tracing into");
        assertThat(run.doctor).contains("hooks\n").doesNotContain("OFF", "threw", "FAILED", "remarks");
    }
}
