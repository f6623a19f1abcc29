package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised of streams of a provider's model: left halfway, decorated, several at once. */
@ParameterizedClass(name = "spring-ai {0}, {1}")
@MethodSource("runs")
class SpringAiStreamsTest implements StreamContract {
    private static final String SUM = """
            invoke_agent
              chat gpt-4o-mini
              execute_tool add
              chat gpt-4o-mini
            """;
    private static final String SUMS = """
            invoke_agent
              chat gpt-4o-mini
              execute_tool add
              chat gpt-4o-mini
              execute_tool add
              execute_tool add
              chat gpt-4o-mini
            """;

    private final Pieces run;

    SpringAiStreamsTest(String version, Jdk jdk) {
        this.run = SpringAi.run("Clients", version, jdk);
    }

    static List<Arguments> runs() throws IOException {
        return Pieces.onEachJdk(SpringAi.versions());
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Override
    public Pieces run() {
        return run;
    }

    @Override
    public List<String> streams() {
        return List.of("streamPlain", "stream", "streamElsewhere", "streamDecorated");
    }

    @Override
    public List<String> streamedAgents() {
        return List.of("stream", "streamElsewhere", "streamDecorated");
    }

    @Override
    public List<String> streamsCancelled() {
        return List.of("streamCancelled", "streamCancelledHalfway");
    }

    @Override
    public List<String> streamsThatFail() {
        return List.of("streamError", "streamRefused");
    }

    @Override
    public List<String> streamsNeverHeard() {
        return List.of("streamNever");
    }

    private Span one(String piece, String operation) {
        assertThat(run.trace(piece).all(operation)).hasSize(1);
        return run.trace(piece).all(operation).get(0);
    }

    /** Without the HTTP attempts, which lie below the calls. */
    private String shape(String piece) {
        assertThat(run.trace(piece).http()).as(piece).allSatisfy(http ->
                assertThat(run.trace(piece).byId(http.parent()).is("chat")).isTrue());
        return run.shape(piece).replaceAll("(?m)^ *POST.*\n", "");
    }

    @Test
    void streamKeepsItsTreeOnWhateverThread() {
        assertThat(shape("stream")).isEqualTo(SUM);
        assertThat(shape("streamElsewhere")).isEqualTo(SUMS);
        assertThat(run.trace("stream").all("chat").get(1).text("gen_ai.output.messages")).contains("It is done.");
        assertThat(one("stream", "invoke_agent").text("gen_ai.output.messages")).contains("It is done.");
    }

    @Test
    void streamOfAModelIsOneSpanWithAllItsPieces() {
        assertThat(shape("streamPlain")).isEqualTo("chat scripted-1\n");
        Span chat = one("streamPlain", "chat");
        assertThat(chat.text("gen_ai.output.messages")).contains("\"content\":\"hello\"");
        assertThat(chat.number("gen_ai.usage.input_tokens")).isEqualTo(10);
    }

    @Test
    void cancelledStreamHasWhatWasHeard() {
        assertThat(shape("streamCancelled")).isEqualTo("invoke_agent cancelled\n  chat cancelled\n");
        assertThat(one("streamCancelled", "chat").text("gen_ai.output.messages")).contains("\"content\":\"he\"");
    }

    @Test
    void secondSubscriptionIsASecondCall() {
        assertThat(run.traces("streamTwice")).extracting(Pieces::shape).containsExactly("chat scripted-1\n", "chat scripted-1\n");
    }

    /** The model's part may be over by then: up to 1.1 the end of an answer comes with what was before it. */
    @Test
    void streamThatIsLeftHalfwayEndsTheAgentAsCancelled() {
        assertThat(shape("streamCancelledHalfway").replace("mini cancelled", "mini"))
                .isEqualTo("invoke_agent cancelled\n  chat gpt-4o-mini\n");
    }

    @Test
    void streamOfADecoratorIsASpanARound() {
        assertThat(shape("streamDecorated")).isEqualTo(SUM);
    }

    @Test
    void streamsOfTwoAtOnceAreATraceEach() {
        assertThat(run.traces("streamTwoAtOnce")).extracting(SpringAi::shape).containsExactly(SUM, SUM);
    }
}
