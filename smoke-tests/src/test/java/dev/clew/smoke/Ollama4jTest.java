package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** ollama4j, over the JDK's client. */
@ParameterizedClass(name = "ollama4j {0}")
@MethodSource("versions")
class Ollama4jTest {
    private final CasesRun run;

    private final boolean isOld;

    Ollama4jTest(String version) {
        isOld = version.startsWith("1.0.");
        run = CasesRun.of(isOld ? "Ollama4jOldCases" : "Ollama4jCases", "ollama4j/" + version);
    }

    static List<String> versions() throws IOException {
        return LibraryHandover.versions("ollama4j");
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
        for (String model : List.of("chat", "chat-stream", "generate", "within")) {
            Span call = run.call(model);
            assertThat(call.text("gen_ai.provider.name")).as(model).isEqualTo("ollama");
            assertThat(call.number("gen_ai.usage.input_tokens")).as(model).isEqualTo(9);
            assertThat(call.number("gen_ai.usage.output_tokens")).as(model).isEqualTo(5);
            assertThat(call.text("gen_ai.output.messages")).as(model).contains("\"content\":\"yes\"");
            assertThat(run.below(call)).as(model).isEmpty();
        }
        assertThat(run.call("within").parent()).isEqualTo(run.tool("ollama").id());
    }

    /** The newer one sends no content type there; the older one asks an address that tells no tokens. */
    @Test
    void embeddingsAreSeenToo() {
        assertThat(run.call("vectors").name()).isEqualTo("embeddings vectors");
        assertThat(run.call("vectors").number("gen_ai.usage.input_tokens")).isEqualTo(isOld ? 0 : 4);
    }

    @Test
    void aCallThatFailsIsAnError() {
        assertThat(run.call("missing").failed()).isTrue();
        assertThat(run.call("missing").number("http.response.status_code")).isEqualTo(404);
    }
}
