package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/**
 * What is promised of every framework, whatever its agents do. A contract a kind goes on from here; a suite implements those that fit
 * its program and names the pieces that show what each promise is about. No suite leaves one out in silence: see {@link #none}.
 */
interface FrameworkContract {
    /** The program, run with the agent and without. */
    Pieces run();

    /** In place of pieces: the promise is skipped, and says why. */
    static <T> List<T> none(String why) {
        throw new TestAbortedException(why);
    }

    /** Whether what the program writes to stderr by itself is the same each time. */
    default boolean stderrIsAlwaysTheSame() {
        return true;
    }

    @Test
    default void theApplicationSaysTheSameWithAndWithout() {
        assertThat(run().alone.exit()).as(run().alone.told()).isZero();
        assertThat(run().traced.exit()).as(run().traced.told()).isZero();
        assertThat(run().traced.stdout()).as(run().traced.told()).isEqualTo(run().alone.stdout());
    }

    @Test
    default void clewAddsOneLineToStderrAndNoOther() {
        List<String> added = new ArrayList<>();
        List<String> own = new ArrayList<>();
        run().traced.stderr().lines().forEach(line -> (line.startsWith("clew: ") ? added : own).add(line));
        assertThat(added).as(run().traced.told()).singleElement().asString().startsWith("clew: tracing into ");
        if (stderrIsAlwaysTheSame()) {
            assertThat(own).isEqualTo(run().alone.stderr().lines().toList());
        }
    }

    @Test
    default void noSpanIsAnOrphanOrThereTwice() {
        run().pieces().keySet().forEach(piece -> holds(piece, run().traces(piece), tree -> {
            assertThat(tree.roots()).singleElement().satisfies(root -> assertThat(root.parent()).isEmpty());
            assertThat(tree.spans()).extracting(Span::id).doesNotHaveDuplicates();
        }));
    }

    /** That each of these pieces is one trace of which this holds. */
    default void each(List<String> pieces, Consumer<Tree> promise) {
        assertThat(pieces).as("pieces that show it").isNotEmpty();
        for (String piece : pieces) {
            holds(piece, List.of(run().trace(piece)), promise);
        }
    }

    private static void holds(String piece, List<Tree> trees, Consumer<Tree> promise) {
        for (Tree tree : trees) {
            try {
                promise.accept(tree);
            } catch (AssertionError e) {
                throw new AssertionError(piece + " is\n" + Pieces.shape(tree) + "and does not keep it: " + e.getMessage(), e);
            }
        }
    }

    /** What the application printed during a piece, the same with the agent and without. */
    default String said(String piece) {
        String said = said(run().traced.stdout(), piece);
        assertThat(said).as(piece).isEqualTo(said(run().alone.stdout(), piece));
        return said;
    }

    private static String said(String stdout, String piece) {
        String begin = "== " + piece + "\n";
        int from = stdout.indexOf(begin);
        assertThat(from).as("there is no " + piece).isNotNegative();
        int to = stdout.indexOf("\n== ", from + begin.length() - 1);
        return stdout.substring(from + begin.length(), to < 0 ? stdout.length() : to + 1);
    }

    static long began(Span span) {
        return Long.parseLong(span.start());
    }

    static long ended(Span span) {
        return span.json().path("endTimeUnixNano").asLong();
    }

    static List<Span> below(Tree tree, Span parent, String operation) {
        List<Span> below = new ArrayList<>(tree.all(operation));
        below.removeIf(span -> !span.parent().equals(parent.id()));
        return below;
    }

    /** That nothing of the tree goes on when this is over, but for what is still to come on the wire behind the last piece of an answer. */
    static void endsLast(Tree tree, Span last) {
        for (Span span : tree.spans()) {
            assertThat(ended(span)).as("the end of " + span.name()).isBetween(began(span), span.isHttp() ? Long.MAX_VALUE : ended(last));
        }
    }
}
