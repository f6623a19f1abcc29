package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised of models that block nobody, which are there since LangChain4j 1.20. */
@ParameterizedClass(name = "langchain4j {0}, {1}")
@MethodSource("runs")
class LangChain4jUnblockingTest {
    private static final String CHAT = "chat scripted-1\n";

    private final Pieces run;

    LangChain4jUnblockingTest(String version, Jdk jdk) {
        this.run = LangChain4j.run("Unblocking", version, jdk);
    }

    static List<Arguments> runs() throws IOException {
        return LangChain4j.onEachJdk(LangChain4j.all().stream().filter(v -> LangChain4j.isSince(v, 20)).toList());
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    private Span one(String piece) {
        assertThat(run.trace(piece).spans()).as(piece).hasSize(1);
        return run.trace(piece).spans().get(0);
    }

    @Test
    void theApplicationSaysTheSameWithAndWithout() {
        assertThat(run.alone.exit()).as(run.alone.told()).isZero();
        assertThat(run.alone.stdout()).doesNotContain("threw", "not in this version");
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
        assertThat(run.traced.stderr().lines()).as(run.traced.told()).hasSize(1);
    }

    @Test
    void answerThatComesLaterEndsTheCall() {
        assertThat(run.shape("later")).isEqualTo(CHAT);
        assertThat(one("later").number("gen_ai.usage.input_tokens")).isEqualTo(10);
        assertThat(one("later").text("gen_ai.output.messages")).contains("hello");
        assertThat(run.shape("laterHandedOn")).as("one call, whoever answers it").isEqualTo(CHAT);
        assertThat(one("laterHandedOn").number("gen_ai.usage.output_tokens")).isEqualTo(5);
    }

    @Test
    void answerThatNeverComesIsAFailedOrCancelledCall() {
        assertThat(run.shape("laterError")).isEqualTo("chat scripted-1 ERROR java.lang.IllegalStateException\n");
        assertThat(run.shape("laterCancelled")).isEqualTo("chat scripted-1 cancelled\n");
    }

    @Test
    void streamIsACallFromItsSubscriptionToItsEnd() {
        assertThat(run.shape("published")).isEqualTo(CHAT);
        Span chat = one("published");
        assertThat(chat.text("gen_ai.request.stream")).isEqualTo("true");
        assertThat(chat.text("gen_ai.request.temperature")).as("of the final request").isEqualTo("0.5");
        assertThat(chat.has("gen_ai.response.time_to_first_chunk")).isTrue();
        assertThat(chat.number("gen_ai.usage.output_tokens")).isEqualTo(5);
        assertThat(run.shape("publishedError")).isEqualTo("chat scripted-1 ERROR java.lang.IllegalStateException\n");
    }

    @Test
    void cancelledStreamEndsTheSpan() {
        assertThat(run.trace("publishedCancelled").spans()).singleElement()
                .matches(chat -> chat.has("clew.cancelled") && !chat.failed());
    }

    @Test
    void eachSubscriptionIsACallAndNoneIsNone() {
        assertThat(run.traces("publishedTwice")).hasSize(2);
        assertThat(run.traces("neverSubscribed")).isEmpty();
    }
}
