package dev.clew.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects that are handed on, too short for words to tell or no text at all. */
class SameTest {
    private record Verdict(boolean good) {
        static final Verdict NONE = new Verdict(false);
    }

    private final Flows flows = new Flows(text -> text.replace("secret", "***"));
    private long now;

    /** A piece of work at a clock that only the test moves. */
    private final class Work {
        final Origin origin;
        final Handed handed = new Handed();
        final List<Text> inputs = new ArrayList<>();
        final List<Text> outputs = new ArrayList<>();

        Work(String name, Work parent) {
            origin = new Origin(name, parent == null ? null : parent.origin, ++now, name.startsWith("memory"));
        }

        Work took(Object object) {
            handed.took(object, ++now);
            return this;
        }

        Work gave(Object object) {
            handed.gave(object, ++now);
            return this;
        }

        List<Edge> end(Flows.Kind kind) {
            origin.ended(++now);
            return flows.take("t", origin, kind, inputs, outputs, handed);
        }

        List<Edge> end() {
            return end(Flows.Kind.OTHER);
        }
    }

    private Work work(String name) {
        return new Work(name, null);
    }

    /** Its model says that. */
    private Work agent(String name, String answer) {
        Work agent = work(name);
        Work model = new Work("model of " + name, agent);
        model.outputs.add(new Text(answer, null));
        model.end(Flows.Kind.MODEL);
        return agent.gave(answer);
    }

    /** As a parser makes it: no constant. */
    private static String fresh(String text) {
        return new String(text);
    }

    @Test
    void objectThatIsNoTextIsKnownAgain() {
        Verdict verdict = new Verdict(true);
        work("judge").gave(verdict).end();
        assertThat(work("desk").took(verdict).end()).singleElement().satisfies(edge -> {
            assertThat(edge.from().span()).isEqualTo("judge");
            assertThat(edge.same()).isTrue();
            assertThat(edge.sample()).isNull();
        });
        assertThat(work("other").took(new Verdict(true)).end()).as("one that says the same").isEmpty();
    }

    @Test
    void objectsOfTheSameHashAreToldApart() {
        Map<Integer, Object> byHash = new java.util.HashMap<>();
        Object other = new Verdict(true);
        Object one = byHash.put(System.identityHashCode(other), other);
        while (one == null) { // about 50000 times
            other = new Verdict(true);
            one = byHash.put(System.identityHashCode(other), other);
        }
        work("judge").gave(one).end();
        assertThat(work("desk").took(other).end()).isEmpty();
        assertThat(work("desk").took(one).end()).hasSize(1);
    }

    @Test
    void shortAnswerOfAModelIsKnownAgain() {
        String answer = fresh("7");
        agent("scorer", answer).end();
        assertThat(work("gate").took(answer).end()).singleElement().satisfies(edge -> {
            assertThat(edge.from().span()).as("whole work, and not its model call").isEqualTo("scorer");
            assertThat(edge.sample()).isEqualTo("7");
        });
        assertThat(work("other").took(fresh("7")).end()).isEmpty();
    }

    @Test
    void stringThatNoModelSaidMayBeAConstant() {
        work("code").gave("yes").end();
        assertThat(work("gate").took("yes").end()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("constants")
    void whatAJvmHasButOneOfMakesNoEdge(Object constant) {
        work("first").gave(constant).end();
        assertThat(work("second").took(constant).end()).isEmpty();
    }

    static List<Object> constants() {
        Runnable nothing = () -> {};
        return List.of("yes", "", true, 7, 7L, (short) 7, 'x', Thread.State.NEW, List.of(), Map.of(), Optional.empty(), Verdict.NONE, nothing,
                String.class, new int[0], java.math.BigDecimal.TEN, java.util.Locale.ROOT, java.time.LocalTime.NOON);
    }

    @Test
    void numberBeyondThoseThatTheJdkKeepsIsKnownAgain() {
        Object number = Integer.valueOf(412_990);
        work("counter").gave(number).end();
        assertThat(work("desk").took(number).end()).singleElement().satisfies(edge -> assertThat(edge.sample()).isEqualTo("412990"));
    }

    @Test
    void whatTwoGaveOfThemselvesIsAConstant() {
        List<String> topics = new ArrayList<>(List.of("whales"));
        work("first").gave(topics).end();
        work("second").gave(topics).end();
        assertThat(work("third").took(topics).end()).isEmpty();
    }

    @Test
    void modelsThatSayTheSameConstantFeedNobody() {
        agent("first", "yes").end();
        agent("second", "yes").end();
        assertThat(work("third").took("yes").end()).isEmpty();
    }

    @Test
    void whoHadItLastIsItsSource() {
        Verdict verdict = new Verdict(true);
        work("judge").gave(verdict).end();
        work("clerk").took(verdict).gave(verdict).end();
        assertThat(work("desk").took(verdict).end()).singleElement().satisfies(edge -> assertThat(edge.from().span()).isEqualTo("clerk"));
    }

    @Test
    void whatCameFromOutsideIsNobodysThoughHandedOn() {
        Verdict verdict = new Verdict(true);
        work("clerk").took(verdict).gave(verdict).end();
        assertThat(work("desk").took(verdict).end()).isEmpty();
    }

    @Test
    void modelThatSaysWhatItWasToldMadeNothing() {
        String told = fresh("7");
        Work echo = work("echo");
        echo.inputs.add(new Text(told, null));
        echo.outputs.add(new Text(told, null));
        echo.end(Flows.Kind.MODEL);
        assertThat(work("gate").took(told).end()).isEmpty();
    }

    @Test
    void whatWasTakenBeforeItWasGivenIsNoFlow() {
        Verdict verdict = new Verdict(true);
        Work slow = work("slow").took(verdict);
        work("judge").gave(verdict).end();
        assertThat(slow.end()).isEmpty();
    }

    @Test
    void workflowAndWhatItHoldsFeedNotEachOther() {
        Verdict verdict = new Verdict(true);
        Work flow = work("flow").took(new Object());
        new Work("judge", flow).gave(verdict).end();
        flow.gave(verdict);
        Work desk = new Work("desk", flow).took(verdict);
        flows.handed("t", flow.origin, flow.handed);
        assertThat(desk.end()).singleElement().satisfies(edge -> assertThat(edge.from().span()).isEqualTo("judge"));
        assertThat(flow.took(verdict).end()).isEmpty();
    }

    @Test
    void wordsAndObjectAreOneEdgeWithBothEvidences() {
        String answer = fresh("The harbour of Rotterdam handled fourteen million containers last year.");
        Work writer = agent("writer", answer);
        writer.outputs.add(new Text(answer, null));
        writer.end();
        Work editor = work("editor").took(answer);
        editor.inputs.add(new Text("Shorten: " + answer, null));
        assertThat(editor.end()).singleElement().satisfies(edge -> {
            assertThat(edge.same()).isTrue();
            assertThat(edge.share()).isEqualTo(1);
            assertThat(edge.sample()).startsWith("The harbour of Rotterdam");
        });
        Work copy = work("copy");
        copy.inputs.add(new Text("Shorten: " + answer, null));
        assertThat(copy.end()).singleElement().satisfies(edge -> assertThat(edge.same()).isFalse());
    }

    @Test
    void messageThatIsHandedOnAsItIsIsKnownByItsText() {
        String answer = fresh("Oslo");
        agent("guide", answer).end();
        Work next = work("model");
        next.inputs.add(new Text(answer, null));
        assertThat(next.end(Flows.Kind.MODEL)).singleElement().satisfies(edge -> {
            assertThat(edge.from().span()).as("words name the model call alone: whose answer it was says the object").isEqualTo("guide");
            assertThat(edge.same()).isTrue();
        });
    }

    @Test
    void argumentsOfAToolAreLinkedAlready() {
        String arguments = fresh("go");
        agent("caller", arguments).end();
        agent("other", fresh("go")).end();
        Work tool = work("tool");
        tool.inputs.add(new Text(arguments, null));
        assertThat(tool.end(Flows.Kind.TOOL)).isEmpty();
        Work next = work("next");
        next.inputs.add(new Text(arguments, null));
        assertThat(next.end()).as("words can't say which of the two").singleElement()
                .satisfies(edge -> assertThat(edge.from().span()).isEqualTo("caller"));
    }

    @Test
    void evidenceIsMasked() {
        String answer = fresh("secret");
        agent("vault", answer).end();
        assertThat(work("gate").took(answer).end()).singleElement().satisfies(edge -> assertThat(edge.sample()).isEqualTo("***"));
    }

    @Test
    void nothingIsKeptFromBeingForgotten() throws InterruptedException {
        WeakReference<Object> verdict = handedOn();
        for (int i = 0; i < 100 && verdict.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(verdict.get()).isNull();
    }

    private WeakReference<Object> handedOn() {
        Verdict verdict = new Verdict(true);
        work("judge").gave(verdict).end();
        assertThat(work("desk").took(verdict).end()).hasSize(1);
        return new WeakReference<>(verdict);
    }

    @Test
    void otherTracesKnowNothingOfIt() {
        Verdict verdict = new Verdict(true);
        work("judge").gave(verdict).end();
        Work desk = work("desk").took(verdict);
        desk.origin.ended(++now);
        assertThat(flows.take("other", desk.origin, Flows.Kind.OTHER, List.of(), List.of(), desk.handed)).isEmpty();
    }

    @Test
    void memoryOfATraceIsBounded() {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            all.add(new Verdict(true));
            work("judge").gave(all.get(i)).end();
        }
        assertThat(flows.bytes()).isLessThan(2 << 20);
        assertThat(work("desk").took(all.get(4999)).end()).hasSize(1);
    }
}
