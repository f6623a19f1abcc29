package dev.clew.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.hook.Layer;
import dev.clew.read.SpanNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links of kind data, seen in the journal. */
class DataflowTest {
    private static final String KEY = "sk-abcdefghijklmnopqrstuvwxyz0123";

    @TempDir
    Path folder;

    private Core core;

    /** Before the folder is deleted. */
    @AfterEach
    void end() {
        core.close();
    }

    private static void tool(String name, String result) {
        ToolCall tool = ToolCall.start(name, null, "{}");
        tool.result(() -> result);
        tool.close(null);
    }

    private static void chat(Message... messages) {
        LlmCall chat = LlmCall.start(new Object(), "openai", "m");
        ModelRequest request = new ModelRequest();
        request.messages = List.of(messages);
        chat.request(Layer.MODEL, () -> request);
        chat.close(null);
    }

    private SpanNode span(String name) throws Exception {
        return core.spans().stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
    }

    private List<SpanNode.Link> data(String name) throws Exception {
        return span(name).links().stream().filter(link -> "data".equals(link.attributes().get("clew.link"))).toList();
    }

    @Test
    void whatAToolAnsweredAndAModelWasToldIsALinkWithItsEvidence() throws Exception {
        core = new Core(folder, "");
        AgentRun agent = AgentRun.start("a");
        tool("weather", "{\"city\":\"Oslo\",\"sky\":\"overcast with heavy snow all day\"}");
        chat(Message.of("user", "What is the sky like?"),
                Message.of("tool", "{\"city\": \"Oslo\", \"sky\": \"overcast with heavy snow all day\"}"));
        agent.close(null);

        assertThat(data("chat m")).singleElement().satisfies(link -> {
            assertThat(link.spanId()).isEqualTo(span("execute_tool weather").spanId());
            assertThat(link.attributes()).containsEntry("clew.data.share", 1.0);
            assertThat(link.attributes().get("clew.data.sample")).asString().contains("heavy snow");
        });
    }

    @Test
    void evidenceIsMasked() throws Exception {
        core = new Core(folder, "");
        AgentRun agent = AgentRun.start("a");
        tool("vault", "The key of this week is " + KEY + " and of no other one.");
        chat(Message.of("user", "Remember: the key of this week is " + KEY + " and of no other one."));
        agent.close(null);

        assertThat(data("chat m")).singleElement()
                .satisfies(link -> assertThat(link.attributes().get("clew.data.sample")).asString().contains("***").doesNotContain(KEY));
    }

    @Test
    void withoutContentThereIsTheLinkButNotAWord() throws Exception {
        core = new Core(folder, "content=none");
        AgentRun agent = AgentRun.start("a");
        tool("weather", "Overcast with heavy snow all day, and a wind from the north.");
        chat(Message.of("user", new String("Overcast with heavy snow all day, and a wind from the north.")));
        agent.close(null);

        assertThat(data("chat m")).singleElement()
                .satisfies(link -> assertThat(link.attributes()).containsOnlyKeys("clew.link", "clew.data.share"));
    }

    @Test
    void whatTheAgentWasToldFromTheStartComesFromNoneOfItsTools() throws Exception {
        core = new Core(folder, "");
        AgentRun agent = AgentRun.start("a");
        agent.input(() -> List.of(Message.of("user", "Translate: Das Gezeitenbecken ist leer.")));
        tool("glossary", "The word \"Gezeitenbecken\" stands for a tidal basin.");
        chat(Message.of("user", "Translate: Das Gezeitenbecken ist leer."));
        agent.close(null);

        assertThat(data("chat m")).isEmpty();
        assertThat(data("invoke_agent a")).isEmpty();
    }

    @Test
    void twoTracesShareNothing() throws Exception {
        core = new Core(folder, "");
        tool("weather", "Overcast with heavy snow all day, and a wind from the north.");
        chat(Message.of("user", "Overcast with heavy snow all day, and a wind from the north."));

        assertThat(span("chat m").links()).isEmpty();
    }

    /** Works for that agent, one after the other. */
    private static void agent(String name, Object took, Object gave) {
        AgentRun agent = AgentRun.start(name);
        agent.took(took);
        agent.gave(gave);
        agent.close(null);
    }

    @Test
    void objectThatOneAgentGaveAndAnotherWasGivenIsALinkThatSaysSo() throws Exception {
        core = new Core(folder, "");
        List<Integer> scores = new java.util.ArrayList<>(List.of(7));
        WorkflowRun flow = WorkflowRun.start("w");
        agent("judge", null, scores);
        agent("desk", scores, null);
        flow.close(null);

        assertThat(data("invoke_agent desk")).singleElement().satisfies(link -> {
            assertThat(link.spanId()).isEqualTo(span("invoke_agent judge").spanId());
            assertThat(link.attributes()).containsOnlyKeys("clew.link", "clew.data.by", "clew.data.share").containsEntry("clew.data.by", "identity");
        });
        assertThat(data("invoke_workflow w")).isEmpty();
    }

    @Test
    void shortAnswerOfAModelIsALinkWhereItIsHandedOnAndNoneWhereAnotherSaysTheSame() throws Exception {
        core = new Core(folder, "");
        String seven = new String("7");
        WorkflowRun flow = WorkflowRun.start("w");
        AgentRun scorer = AgentRun.start("scorer");
        LlmCall chat = LlmCall.start(new Object(), "openai", "m");
        ModelResponse response = new ModelResponse();
        response.messages = List.of(Message.of("assistant", seven));
        chat.response(Layer.MODEL, () -> response);
        chat.close(null);
        scorer.gave(seven);
        scorer.close(null);
        agent("gate", seven, null);
        agent("other", new String("7"), null);
        flow.close(null);

        assertThat(data("invoke_agent gate")).singleElement().satisfies(link -> {
            assertThat(link.spanId()).isEqualTo(span("invoke_agent scorer").spanId());
            assertThat(link.attributes()).containsEntry("clew.data.by", "identity").containsEntry("clew.data.sample", "7");
        });
        assertThat(data("invoke_agent other")).isEmpty();
    }

    @Test
    void constantThatTwoAgentsShareIsNoLink() throws Exception {
        core = new Core(folder, "");
        WorkflowRun flow = WorkflowRun.start("w");
        agent("first", null, "yes");
        agent("second", "yes", 7);
        agent("third", 7, Layer.MODEL);
        agent("fourth", Layer.MODEL, null);
        flow.close(null);

        for (String name : List.of("second", "third", "fourth")) {
            assertThat(data("invoke_agent " + name)).as(name).isEmpty();
        }
    }

    @Test
    void variableThatIsNotInTheTemplateIsNoInput() throws Exception {
        core = new Core(folder, "");
        java.util.Map<String, String> all = new java.util.HashMap<>();
        all.put("text", "Overcast with heavy snow all day, and a wind from the north.");
        all.put("text2", "The ferry to Senja leaves at nine from the southern pier.");
        all.put(null, "nameless");
        WorkflowRun flow = WorkflowRun.start("w");
        tool("weather", all.get("text"));
        tool("ferry", all.get("text2"));
        AgentRun agent = AgentRun.start("a");
        agent.prompt(() -> new PromptUse(null, null, "Shorten {{ text2 }}", "You shorten any text.", all));
        agent.close(null);
        flow.close(null);

        assertThat(data("invoke_agent a")).singleElement()
                .satisfies(link -> assertThat(link.spanId()).isEqualTo(span("execute_tool ferry").spanId()));
        assertThat(span("invoke_agent a").text("gen_ai.prompt.variable.text")).as("written down all the same").startsWith("Overcast");
    }
}
