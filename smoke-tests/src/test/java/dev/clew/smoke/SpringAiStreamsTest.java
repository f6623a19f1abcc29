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
class SpringAiStreamsTest {
    private static final String SUM = """
            invoke_agent
              chat gpt-4o-mini
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

    private String shape(String piece) {
        return SpringAi.shape(run.trace(piece));
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
