package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Azure's OpenAI client: a span a call, below it one for each time its pipeline tried. */
@ParameterizedClass(name = "azure-ai-openai {0}")
@MethodSource("versions")
class AzureOpenAiTest {
    private static final List<String> WAYS = List.of("sync", "stream", "async", "flux");

    private final CasesRun run;

    AzureOpenAiTest(String version) {
        run = CasesRun.of("AzureOpenAiCases", "azure-openai/" + version);
    }

    static List<String> versions() throws IOException {
        return LibraryHandover.versions("azure-openai");
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Test
    void theApplicationSeesNoDifference() {
        run.isTheSame();
    }

    @Test
    void aCallIsOneSpanWithModelProviderAndTokens() {
        for (String kind : List.of("plain", "flaky")) {
            for (String way : WAYS) {
                Span call = run.call(kind + '-' + way);
                assertThat(call.text("gen_ai.provider.name")).isIn("azure.ai.openai", "openai");
                assertThat(call.text("gen_ai.response.model")).isEqualTo("gpt-4o-2024");
                assertThat(call.number("gen_ai.usage.input_tokens")).as(way).isEqualTo(9);
                assertThat(call.number("gen_ai.usage.output_tokens")).as(way).isEqualTo(5);
                assertThat(call.text("gen_ai.input.messages")).contains("Grüße?");
                assertThat(call.text("gen_ai.output.messages")).contains("\"content\":\"yes\"");
                assertThat(call.failed()).as(way).isFalse();
            }
        }
        assertThat(run.call("vectors").number("gen_ai.usage.input_tokens")).isEqualTo(4);
    }

    @Test
    void eachTryIsAnAttemptOfTheCall() {
        for (String way : WAYS) {
            assertThat(tries("plain-" + way)).as(way).containsExactly(200L);
            assertThat(tries("flaky-" + way)).as(way).containsExactly(503L, 200L);
            assertThat(tries("down-" + way)).as(way).containsExactly(503L, 503L, 503L);
            assertThat(tries("missing-" + way)).as(way).containsExactly(404L);
        }
    }

    private List<Long> tries(String model) {
        return run.below(run.call(model)).stream().map(span -> span.number("http.response.status_code")).toList();
    }

    @Test
    void aCallThatFailsSaysWhy() {
        for (String way : WAYS) {
            assertThat(run.call("missing-" + way).failed()).as(way).isTrue();
            assertThat(run.call("missing-" + way).text("error.type")).as(way).isEqualTo("DeploymentNotFound");
            assertThat(run.call("down-" + way).failed()).as(way).isTrue();
        }
    }

    @Test
    void callsOfOneChainHaveOneParent() {
        for (String model : List.of("plain-within", "plain-first", "plain-second")) {
            assertThat(run.call(model).parent()).as(model).isEqualTo(run.tool("azure").id());
        }
    }
}
