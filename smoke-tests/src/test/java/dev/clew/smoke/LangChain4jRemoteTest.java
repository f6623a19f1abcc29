package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is promised of agents that LangChain4j reaches over A2A. */
class LangChain4jRemoteTest {
    private static Pieces run;

    @BeforeAll
    static void run() throws IOException {
        Clew.assumeBuilt();
        Path target = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();
        try (Stream<Path> jars = Files.walk(target.resolve("libs").resolve("langchain4j-a2a"))) {
            String classPath = jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
            run = Pieces.run(
                    "a2a", Jdk.RUNNING, target.resolve("test-classes") + File.pathSeparator + classPath, "com.example.langchain4j.Remote");
        }
    }

    @Test
    void theApplicationSaysTheSameWithAndWithout() {
        assertThat(run.alone.exit()).as(run.alone.told()).isZero();
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
        assertThat(run.traced.stderr().lines()).as(run.traced.told()).hasSize(1);
    }

    @Test
    void remoteAgentOfAWorkflowIsOneAgentWithItsRequest() {
        assertThat(run.shape("workflow")).isEqualTo("""
                invoke_workflow Anthology
                  invoke_agent Poet
                    POST
                  invoke_agent Editor
                    chat scripted-1
                """);
        Span poet = run.trace("workflow").all("invoke_agent").get(0);
        assertThat(poet.text("gen_ai.agent.description")).isEqualTo("Writes poems");
        assertThat(poet.text("gen_ai.input.messages")).contains("dragons");
        assertThat(poet.text("gen_ai.output.messages")).contains("a poem");
    }

    @Test
    void remoteAgentThatTheApplicationAsksItselfIsSeen() {
        assertThat(run.shape("alone")).isEqualTo("invoke_agent Poet\n  POST\n");
        assertThat(run.trace("alone").roots().get(0).text("gen_ai.output.messages")).contains("a poem");
    }

    @Test
    void remoteAgentThatRefusesFails() {
        assertThat(run.trace("refused").roots()).extracting(Span::name).isEqualTo(List.of("invoke_agent Poet"));
        assertThat(run.trace("refused").roots().get(0).text("error.type")).isEqualTo("io.a2a.spec.A2AClientException");
    }
}
