package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two hundred runs of three agents in two releases, the second with another word in one agent's prompt. Every run says that it is
 * done; some fail inside. What the commands tell of it.
 */
class ReleasesTest {
    private static final String FIRST_FAILING = "135";

    private static Path folder;

    @BeforeAll
    static void bothReleasesRun() throws IOException, InterruptedException {
        Clew.assumeBuilt();
        folder = Files.createTempDirectory(Path.of(System.getProperty("smoke.target", "target")), "releases-").toAbsolutePath();
        release("1", "130", "cents");
        release("131", "200", "euros");
    }

    private static void release(String from, String to, String unit) throws IOException, InterruptedException {
        List<String> versions = LangChain4j.versions();
        ChildJvm.Result ran = Clew.in(ChildJvm.on(Jdk.RUNNING).jvm("-XX:TieredStopAtLevel=1"), folder)
                .main(LangChain4j.classPath(versions.get(versions.size() - 1)), "com.example.langchain4j.Releases")
                .args(from, to, unit)
                .run();
        assertThat(ran.exit()).as(ran.told()).isZero();
        assertThat(ran.stdout().lines()).as("every run").allMatch(line -> line.endsWith(": done"));
    }

    private static String command(int exit, String... args) throws IOException, InterruptedException {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--dir";
        all[args.length + 1] = folder.toString();
        ChildJvm.Result result = Clew.command(Jdk.RUNNING, all);
        assertThat(result.exit()).as(result.told()).isEqualTo(exit);
        return result.stdout();
    }

    /** The trace of the run with that number. */
    private static String traceOf(String run) throws IOException {
        for (Tree tree : Pieces.traces(folder)) {
            if (tree.roots().get(0).text("gen_ai.input.messages").contains("Mail " + run + ":")) {
                return tree.traceId();
            }
        }
        throw new AssertionError("no run " + run);
    }

    @Test
    void stampsNameTheAgentTheChangeAndTheFirstFailingTrace() throws Exception {
        String text = command(0, "stamps");
        String reader = text.substring(text.indexOf("agent Reader"), text.indexOf("agent Writer"));
        assertThat(reader).contains("[-cents-]{+euros+}", "first failing trace " + traceOf(FIRST_FAILING).substring(0, 16));

        JsonNode agents = new ObjectMapper().readTree(command(0, "stamps", "--json")).path("agents");
        for (JsonNode agent : agents) {
            boolean changed = agent.path("agent").asText().equals("Reader");
            assertThat(agent.path("revisions")).as(agent.path("agent").asText()).hasSize(changed ? 2 : 1);
            if (changed) {
                JsonNode before = agent.path("revisions").get(0);
                JsonNode after = agent.path("revisions").get(1);
                assertThat(before.path("failedTraces").asInt(-1)).isZero();
                assertThat(after.path("failedTraces").asInt()).isPositive();
                assertThat(after.path("firstFailedTrace").asText()).isEqualTo(traceOf(FIRST_FAILING));
                assertThat(after.path("changes")).singleElement()
                        .satisfies(change -> assertThat(change.path("what").asText()).isEqualTo("prompt"));
            }
        }
    }

    @Test
    void diffOfTheLastGoodAndTheFirstFailingRunNamesThePromptAndTheWord() throws Exception {
        String text = command(1, "diff", traceOf("130"), traceOf(FIRST_FAILING));
        String stamps = text.substring(text.indexOf("stamps that differ"), text.indexOf("= same"));
        assertThat(stamps).contains("agent Reader", "[-cents-]{+euros+}").doesNotContain("Desk", "Writer");
        assertThat(text).contains("failed in b");
    }

    @Test
    void diffOfTheTwoPromptsIsTheWord() throws Exception {
        JsonNode agents = new ObjectMapper().readTree(command(0, "stamps", "Reader", "--json")).path("agents");
        JsonNode revisions = agents.get(0).path("revisions");
        String text = command(1, "diff", "--stamp", revisions.get(0).path("stamp").asText(), revisions.get(1).path("stamp").asText());
        assertThat(text).contains("[-cents-]{+euros+}");
    }

    @Test
    void whyOfTheToolThatFailedSaysWhoChoseItAndWhichVersionsRan() throws Exception {
        Tree failing = Pieces.traces(folder).stream().filter(tree -> tree.spans().stream().anyMatch(Span::failed)).findFirst().orElseThrow();
        Span tool = failing.spans().stream().filter(Span::failed).findFirst().orElseThrow();
        assertThat(command(0, "show", "--why", tool.id(), failing.traceId()))
                .contains("chosen by chat scripted-1", "First I book it.", tool.text("clew.stamp.tool"), "agent Desk");
    }
}
