package dev.clew.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.hook.Layer;
import dev.clew.read.SpanNode;
import dev.clew.stamp.Templates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Version stamps, seen in the journal. */
class StampingTest {
    private static final ToolDefinition WEATHER = new ToolDefinition("weather", "Tells the weather.", "{\"type\":\"object\"}");
    private static final ToolDefinition CLOCK = new ToolDefinition("clock", "Tells the time.", "{\"type\":\"object\"}");

    @TempDir
    Path folder;

    private Core core;

    @BeforeEach
    void begin() {
        core = new Core(folder, "");
    }

    @AfterEach
    void end() {
        core.close();
    }

    private static void chat(List<ToolDefinition> tools, Double temperature, Message... messages) {
        LlmCall chat = LlmCall.start(new Object(), "openai", "m");
        ModelRequest request = new ModelRequest();
        request.messages = List.of(messages);
        request.tools = tools;
        request.temperature = temperature;
        chat.request(Layer.MODEL, () -> request);
        chat.close(null);
    }

    private static void agent(String name, PromptUse use, List<ToolDefinition> tools, Double temperature, Message... messages) {
        AgentRun agent = AgentRun.start(name);
        if (use != null) {
            agent.prompt(() -> use);
        }
        chat(tools, temperature, messages);
        agent.close(null);
    }

    private List<String> stamps(String span, String kind) throws Exception {
        return core.spans().stream().filter(s -> s.name().equals(span)).map(s -> s.text("clew.stamp." + kind)).toList();
    }

    /** The lines of stamps.jsonl by stamp; aliases under stamp and target. */
    private Map<String, JsonNode> texts() throws Exception {
        core.close();
        Map<String, JsonNode> lines = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("stamps.jsonl"))) {
            JsonNode json = new ObjectMapper().readTree(line);
            lines.put(json.get("stamp").asText() + json.path("is").asText(), json);
        }
        return lines;
    }

    @Test
    void theTemplateIsStampedAndNotWhatWasMadeOfIt() throws Exception {
        PromptUse use = new PromptUse("greet", "3", "Greet {{who}} warmly.", "You are {{mood}} today.", Map.of());
        agent("a", use, null, null, Message.of("system", "You are happy today."), Message.of("user", "Greet Ada warmly."));
        agent("a", use, null, null, Message.of("system", "You are sad today."), Message.of("user", "Greet Bob warmly."));

        assertThat(stamps("chat m", "prompt")).hasSize(2).doesNotContainNull().satisfies(all -> assertThat(all.get(0)).isEqualTo(all.get(1)));
        String stamp = stamps("invoke_agent a", "prompt").get(0);
        assertThat(texts().get(stamp).get("text").asText()).isEqualTo("system:\nYou are {{mood}} today.\n\nuser:\nGreet {{who}} warmly.");
        assertThat(core.spans().get(0).text("clew.stamp.prompt.name")).isEqualTo("greet");
    }

    @Test
    void aTemplateThatALibraryMadeATextOfIsFoundWithoutAnAgent() throws Exception {
        Templates.made("Plan a journey to {place}.", "Plan a journey to Rome.");
        Templates.made("Plan a journey to {place}.", "Plan a journey to Oslo.");
        chat(null, null, Message.of("system", "Plan a journey to Rome."), Message.of("user", "Go"));
        chat(null, null, Message.of("system", "Plan a journey to Oslo."), Message.of("user", "Go on"));

        List<String> stamps = stamps("chat m", "prompt");
        assertThat(stamps.get(0)).isEqualTo(stamps.get(1));
        assertThat(texts().get(stamps.get(0)).get("text").asText()).isEqualTo("system:\nPlan a journey to {place}.");
    }

    @Test
    void whereAnAgentAsksForSomethingElseItsTemplateIsNotThatCalls() throws Exception {
        PromptUse use = new PromptUse(null, null, null, "You are {{mood}} today.", Map.of());
        AgentRun agent = AgentRun.start("a");
        agent.prompt(() -> use);
        chat(null, null, Message.of("system", "Put the question into other words."), Message.of("user", "q"));
        chat(List.of(CLOCK), null, Message.of("system", "You are happy today."), Message.of("user", "q"));
        agent.close(null);

        List<String> calls = stamps("chat m", "prompt");
        assertThat(calls).doesNotHaveDuplicates();
        assertThat(stamps("invoke_agent a", "prompt")).containsExactly(calls.get(1));
    }

    @Test
    void whatAnotherAgentWasAskedInASharedMemoryIsNotThisOnesPrompt() throws Exception {
        Templates.made("Read this diff: {{diff}}", "Read this diff: -a +b");
        Templates.made("Rewrite the callers of {{name}}.", "Rewrite the callers of cents.");
        chat(null, null, Message.of("system", "You rewrite."), Message.of("user", "Read this diff: -a +b"),
                Message.of("assistant", "It swaps a for b."), Message.of("user", "Rewrite the callers of cents."));

        assertThat(texts().get(stamps("chat m", "prompt").get(0)).get("text").asText())
                .isEqualTo("system:\nYou rewrite.\n\nuser:\nRewrite the callers of {{name}}.");
    }

    @Test
    void theOrderOfToolsDoesNotMatterAndOneMoreDoes() throws Exception {
        agent("a", null, List.of(WEATHER, CLOCK), null, Message.of("system", "s"));
        agent("a", null, List.of(CLOCK, WEATHER), null, Message.of("system", "s"));
        agent("a", null, List.of(CLOCK), null, Message.of("system", "s"));

        List<String> tools = stamps("chat m", "tools");
        assertThat(tools.get(0)).isEqualTo(tools.get(1)).isNotEqualTo(tools.get(2));
        assertThat(stamps("invoke_agent a", "tools")).isEqualTo(tools);
        assertThat(texts().get(tools.get(0)).get("text").asText().lines().toList()).hasSize(2).allMatch(line -> line.startsWith("{\"name\":"));
    }

    @Test
    void anAgentsRevisionChangesWithEachOfItsParts() throws Exception {
        agent("a", null, null, 0.1, Message.of("system", "Be brief."));
        agent("a", null, null, 0.1, Message.of("system", "Be brief."));
        agent("a", null, null, 0.2, Message.of("system", "Be brief."));
        agent("a", null, List.of(CLOCK), 0.1, Message.of("system", "Be brief."));
        agent("a", null, null, 0.1, Message.of("system", "Be polite and say as much as you can."));
        agent("b", null, null, 0.1, Message.of("system", "Be brief."));

        List<String> revisions = stamps("invoke_agent a", "agent");
        assertThat(revisions.get(0)).isEqualTo(revisions.get(1));
        assertThat(revisions.subList(1, 5)).doesNotHaveDuplicates().doesNotContain(stamps("invoke_agent b", "agent").get(0));
        assertThat(texts().get(revisions.get(0)).get("text").asText())
                .matches("agent: a\nprompt: [0-9a-f]{16}\nmodel: m\ntemperature: 0.1\n");
    }

    @Test
    void anAgentsRevisionNamesTheClassesBehindItsToolsWhetherOrNotTheyAreCalled() throws Exception {
        for (Object maker : new Object[] {this, this, new ResourceFactsTest()}) {
            AgentRun agent = AgentRun.start("a");
            agent.toolsMadeOf(new ToolMakers(name -> name.equals("unknown") ? null : maker, "org.library."));
            chat(List.of(WEATHER, CLOCK, new ToolDefinition("unknown", null, null)), null, Message.of("system", "s"));
            agent.close(null);
        }

        List<String> revisions = stamps("invoke_agent a", "agent");
        assertThat(revisions.get(0)).isEqualTo(revisions.get(1)).isNotEqualTo(revisions.get(2));
        assertThat(stamps("invoke_agent a", "tools").stream().distinct()).as("what the model was told").hasSize(1);
        assertThat(texts().get(revisions.get(0)).get("text").asText())
                .matches("agent: a\nprompt: [0-9a-f]{16}\ntools: [0-9a-f]{16}\nmodel: m\nclass dev\\.clew\\.trace\\.StampingTest: [0-9a-f]{64}\n");
    }

    @Test
    void aPromptIsNamedByItsMethodWhereTheCallIsMadeOfItsTemplates() throws Exception {
        AgentRun agent = AgentRun.start("a");
        agent.prompt(() -> new PromptUse(null, null, null, "You are {{mood}} today.", Map.of()));
        agent.promptName("greet");
        chat(null, null, Message.of("system", "Put the question into other words."), Message.of("user", "q"));
        chat(List.of(CLOCK), null, Message.of("system", "You are happy today."), Message.of("user", "q"));
        agent.close(null);

        assertThat(stamps("chat m", "prompt.name")).containsExactly(null, "greet");
        assertThat(stamps("invoke_agent a", "prompt.name")).containsExactly("greet");
        assertThat(core.spans().get(core.spans().size() - 1).attributes()).doesNotContainKey("gen_ai.prompt.name");
    }

    @Test
    void promptsOfSeveralMethodsAreNotTakenForRenderingsOfOne() throws Exception {
        for (String language : List.of("French", "German", "Spanish", "Welsh")) {
            AgentRun agent = AgentRun.start("a");
            agent.promptName("to" + language);
            chat(null, null, Message.of("system", "You translate each text that you are given to " + language + " and say nothing else."));
            agent.close(null);
        }
        assertThat(stamps("invoke_agent a", "prompt")).hasSize(4).doesNotHaveDuplicates();
        assertThat(texts().values()).noneMatch(line -> line.has("is"));
    }

    @Test
    void ofAnAgentOfWhichNothingIsKnownThereIsNoRevision() throws Exception {
        AgentRun.start("a").close(null);

        assertThat(core.spans().get(0).attributes()).doesNotContainKey("clew.stamp.agent");
        assertThat(folder.resolve("stamps.jsonl")).doesNotExist();
    }

    @Test
    void fromTheThirdRenderingOnTheStampIsThatOfWhatStaysAndTheOthersAreSaidToBeIt() throws Exception {
        for (String name : List.of("Ada Lovelace", "Bob", "Carl Friedrich Gauss", "Dora")) {
            agent("a", null, null, null, Message.of("system", "You serve " + name + " and nobody else in this house."), Message.of("user", "Hi"));
        }
        List<String> prompts = stamps("chat m", "prompt");
        List<String> revisions = stamps("invoke_agent a", "agent");
        Map<String, JsonNode> texts = texts();

        assertThat(prompts.get(2)).isEqualTo(prompts.get(3));
        assertThat(texts.get(prompts.get(2)).get("text").asText()).isEqualTo("system:\nYou serve \u2026 and nobody else in this house.");
        for (int i = 0; i < 2; i++) {
            assertThat(texts).containsKey(prompts.get(i) + prompts.get(2)).containsKey(revisions.get(i) + revisions.get(2));
        }
    }

    @Test
    void aToolIsItsDefinitionAndTheClassThatDoesItsWork() throws Exception {
        AgentRun agent = AgentRun.start("a");
        chat(List.of(WEATHER), null, Message.of("system", "s"));
        for (Object maker : new Object[] {this, this, new ResourceFactsTest()}) {
            ToolCall tool = ToolCall.start("weather", "1", "{}");
            tool.madeOf(maker, "org.library.");
            tool.close(null);
        }
        agent.close(null);

        List<String> tools = stamps("execute_tool weather", "tool");
        assertThat(tools.get(0)).isEqualTo(tools.get(1)).isNotEqualTo(tools.get(2));
        assertThat(texts().get(tools.get(0)).get("text").asText())
                .startsWith("{\"name\":\"weather\",\"description\":\"Tells the weather.\"")
                .contains("\nclass: dev.clew.trace.StampingTest ");
    }

    @Test
    void aToolOfWhichOnlyTheNameIsKnownHasNoStamp() throws Exception {
        ToolCall.start("weather", null, "{}").close(null);

        assertThat(core.spans()).singleElement().satisfies(span -> assertThat(((SpanNode) span).attributes()).doesNotContainKey("clew.stamp.tool"));
    }
}
