package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stamps are the same in every JVM, whatever stands in the variables; a word of a prompt that is another one gives another stamp.
 * Each program runs three times: with some names, on another JDK with other names, and with another word in its prompts.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("frameworks")
class VersionStampsTest {
    private static final String CAREFUL = "careful";

    private final String framework;
    private final Run first;
    private final Run otherVariables;
    private final Run otherWord;

    /** One JVM's spans by piece, and the texts behind its stamps. */
    private record Run(Pieces pieces, Map<String, JsonNode> texts) {
        List<String> stamps(String piece, String operation, String kind) {
            List<String> stamps = new ArrayList<>();
            for (Tree tree : pieces.traces(piece)) {
                tree.all(operation).forEach(span -> stamps.add(span.text("clew.stamp." + kind)));
            }
            return stamps;
        }

        String text(String stamp) {
            return texts.get(stamp).path("text").asText();
        }
    }

    VersionStampsTest(String framework) throws IOException {
        this.framework = framework;
        Jdk newest = Jdk.all().get(Jdk.all().size() - 1);
        first = run(framework, Jdk.all().get(0), "Ada Lovelace,Bob,Carl Friedrich Gauss,Dora", CAREFUL);
        otherVariables = run(framework, newest, "Xi,Per Olov Enquist,Zoe Quinn,Maria", CAREFUL);
        otherWord = run(framework, Jdk.all().get(0), "Ada Lovelace,Bob,Carl Friedrich Gauss,Dora", "quick");
    }

    static List<String> frameworks() {
        return List.of("langchain4j", "spring-ai");
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    private static Run run(String framework, Jdk jdk, String names, String word) throws IOException {
        String[] given = {names, word};
        boolean spring = framework.equals("spring-ai");
        List<String> versions = spring ? SpringAi.versions() : LangChain4j.versions();
        String version = versions.get(versions.size() - 1);
        String classPath = spring ? SpringAi.classPath("spring-ai", version) : LangChain4j.classPath(version);
        String main = "com.example." + framework.replace("-", "") + ".Versions";
        Pieces pieces = Pieces.run(framework + names + word, jdk, classPath, main, given, given);
        Map<String, JsonNode> texts = new HashMap<>();
        for (String line : Files.readAllLines(pieces.folder.resolve("stamps.jsonl"))) {
            JsonNode json = new ObjectMapper().readTree(line);
            texts.put(json.path("stamp").asText() + json.path("is").asText(), json);
        }
        return new Run(pieces, texts);
    }

    @Test
    void theApplicationSaysTheSameWithAndWithout() {
        for (Run run : List.of(first, otherVariables, otherWord)) {
            assertThat(run.pieces.traced.exit()).as(run.pieces.traced.told()).isZero();
            assertThat(run.pieces.traced.stdout()).isEqualTo(run.pieces.alone.stdout());
        }
    }

    @Test
    void anAgentsTemplateHasTheSameStampWhateverStandsInItsVariables() {
        List<String> stamps = first.stamps("declared", "chat", "prompt");
        assertThat(stamps).hasSize(4).containsOnly(stamps.get(0));
        assertThat(first.stamps("declared", "invoke_agent", "prompt")).containsOnly(stamps.get(0));
        assertThat(otherVariables.stamps("declared", "chat", "prompt")).isEqualTo(stamps);
        assertThat(first.text(stamps.get(0))).matches("system:\nYou are \\{+who}+, a writer of short poems\\.\n\nuser:\nWrite about \\{+topic}+");
        assertThat(otherVariables.stamps("declared", "invoke_agent", "agent"))
                .isEqualTo(first.stamps("declared", "invoke_agent", "agent")).doesNotContain("");
    }

    @Test
    void aTemplateThatTheApplicationAppliesItselfIsFoundInTheCall() {
        List<String> stamps = first.stamps("applied", "chat", "prompt");
        assertThat(stamps).hasSize(4).containsOnly(stamps.get(0));
        assertThat(otherVariables.stamps("applied", "chat", "prompt")).isEqualTo(stamps);
        assertThat(first.text(stamps.get(0))).matches("system:\nYou are a careful planner of journeys\\. Plan for \\{+who}+\\.");
    }

    @Test
    void whereOnlyTheTextIsSeenWhatStaysIsThePrompt() {
        List<String> stamps = first.stamps("rendered", "chat", "prompt");
        String last = stamps.get(3);
        assertThat(stamps.get(2)).isEqualTo(last);
        assertThat(first.text(last)).isEqualTo("system:\nYou are the careful helper of \u2026 and of nobody else in this house.");
        assertThat(otherVariables.stamps("rendered", "chat", "prompt").get(3)).isEqualTo(last);
        assertThat(first.texts).as("those before are said to be the same").containsKeys(stamps.get(0) + last, stamps.get(1) + last);
    }

    @Test
    void oneWordThatIsAnotherGivesAnotherStamp() {
        for (String piece : List.of("applied", "rendered")) {
            String before = first.stamps(piece, "chat", "prompt").get(3);
            String after = otherWord.stamps(piece, "chat", "prompt").get(3);
            assertThat(after).isNotEqualTo(before);
            assertThat(otherWord.text(after)).isEqualTo(first.text(before).replace(CAREFUL, "quick"));
        }
        assertThat(otherWord.stamps("declared", "chat", "prompt")).isEqualTo(first.stamps("declared", "chat", "prompt"));
    }

    /** The agent's histories, as a program is told them. */
    private static List<JsonNode> histories(Run run, String agent) throws Exception {
        ChildJvm.Result told = Clew.command(Jdk.RUNNING, "stamps", agent, "--json", "--dir", run.pieces.folder.toString());
        assertThat(told.exit()).as(told.told()).isZero();
        List<JsonNode> all = new ArrayList<>();
        new ObjectMapper().readTree(told.out()).path("agents").forEach(all::add);
        return all;
    }

    @Test
    void promptsOfOneAgentThatAreUsedInTurnAreNoChangeOfEachOther() throws Exception {
        List<String> revisions = first.stamps("methods", "invoke_agent", "agent");
        assertThat(revisions).hasSize(8);
        String read = revisions.get(0);
        String write = revisions.get(1);
        assertThat(revisions).containsExactly(read, write, read, write, read, write, read, write);
        assertThat(otherVariables.stamps("methods", "invoke_agent", "agent")).isEqualTo(revisions);
        if (framework.equals("langchain4j")) {
            assertThat(first.stamps("methods", "invoke_agent", "prompt.name")).startsWith("read", "write", "read");
            List<JsonNode> histories = histories(first, "Clerk");
            assertThat(histories).extracting(history -> history.path("prompt").asText()).containsExactly("read", "write");
            assertThat(histories).allSatisfy(history -> assertThat(history.path("revisions")).hasSize(1));
            return;
        }
        List<JsonNode> all = new ArrayList<>();
        histories(first, "invoke_agent").get(0).path("revisions").forEach(all::add);
        JsonNode one = all.stream().filter(revision -> revision.path("stamp").asText().equals(read)).findFirst().orElseThrow();
        JsonNode other = all.stream().filter(revision -> revision.path("stamp").asText().equals(write)).findFirst().orElseThrow();
        assertThat(one.path("sideBySideWith").toString()).contains(write);
        assertThat(other.path("sideBySideWith").toString()).contains(read);
        assertThat(other.path("after").asText()).isNotEqualTo(read);
    }

    @Test
    void aToolIsItsDefinitionAndItsClass() {
        List<String> stamps = first.stamps("tool", "execute_tool", "tool");
        assertThat(stamps).hasSize(1);
        assertThat(otherVariables.stamps("tool", "execute_tool", "tool")).isEqualTo(stamps);
        assertThat(first.text(stamps.get(0))).startsWith("{\"name\":\"add\",\"description\":\"Adds two numbers\",\"parameters\":{")
                .containsPattern("\nclass: com\\.example\\.\\w+\\.Toolbox [0-9a-f]{64}$");
    }

    @Test
    void aToolThatIsALambdaIsTheClassThatItStandsIn() {
        if (first.pieces.pieces().containsKey("function")) {
            String stamp = first.stamps("function", "execute_tool", "tool").get(0);
            assertThat(first.text(stamp)).containsPattern("\nclass: com\\.example\\.springai\\.Versions [0-9a-f]{64}$");
        }
    }

    @Test
    void theToolsThatAModelWasToldOfHaveAStampOfTheirOwn() {
        for (String stamp : first.stamps("tool", "chat", "tools")) {
            assertThat(first.text(stamp).lines()).hasSize(2).allMatch(line -> line.startsWith("{\"name\":"));
        }
        assertThat(otherVariables.stamps("tool", "chat", "tools")).isEqualTo(first.stamps("tool", "chat", "tools"));
    }
}
