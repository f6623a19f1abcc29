package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is promised of Spring AI Alibaba's agents, from the oldest version to the newest. */
@ParameterizedClass(name = "spring-ai-alibaba {0}, {1}")
@MethodSource("runs")
class SpringAiAlibabaTest implements ToolContract, AgentContract, StreamContract {
    private static final String SUM = """
            invoke_agent sums
              chat gpt-4o-mini
              execute_tool add
              chat gpt-4o-mini
            """;

    private final String version;
    private final Pieces run;

    SpringAiAlibabaTest(String version, Jdk jdk) {
        this.version = version;
        this.run = SpringAi.run("spring-ai-alibaba", "com.example.alibaba.Agents", version, jdk);
    }

    static List<Arguments> runs() throws IOException {
        return Pieces.onEachJdk(SpringAi.versions("spring-ai-alibaba"));
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
    public List<String> toolsThatWork() {
        return List.of("agent", "twoRounds", "stream", "streamElsewhere");
    }

    @Override
    public List<String> toolsOfSeveralRounds() {
        return List.of("twoRounds");
    }

    @Override
    public List<String> toolsThatFail() {
        return List.of("failingTool");
    }

    @Override
    public List<String> toolsMadeUp() {
        return List.of("unknownTool");
    }

    @Override
    public List<String> toolsAtOnce() {
        return version.equals("1.1.0.0") ? FrameworkContract.none("it runs one after the other") : List.of("toolsAtOnce");
    }

    @Override
    public List<String> toolsByThemselves() {
        return FrameworkContract.none("tools are Spring AI's");
    }

    @Override
    public List<String> toolsThatAskAnAgent() {
        return List.of("agentAsTool");
    }

    @Override
    public List<String> agents() {
        return List.of("agent");
    }

    @Override
    public String question() {
        return "What is 1 + 2?";
    }

    @Override
    public List<String> agentsWhoseModelFails() {
        return List.of("streamRefused");
    }

    @Override
    public List<String> agentsOfAConversation() {
        return List.of("interrupted", "resumed");
    }

    @Override
    public String conversation() {
        return "approval-1";
    }

    @Override
    public List<String> agentsOfNoConversation() {
        return List.of("agent", "stream");
    }

    @Override
    public List<String> agentsAtOnce() {
        return List.of("twoAtOnce");
    }

    @Override
    public List<String> streams() {
        return List.of("stream", "streamElsewhere");
    }

    @Override
    public List<String> streamedAgents() {
        return List.of("stream", "streamElsewhere");
    }

    @Override
    public List<String> streamsCancelled() {
        return List.of("streamCancelled", "streamStopped");
    }

    @Override
    public List<String> streamsThatFail() {
        return List.of("streamRefused");
    }

    @Override
    public List<String> streamsNeverHeard() {
        return List.of("streamNever");
    }

    // ---- one agent

    @ParameterizedTest
    @ValueSource(strings = {"agent", "stream", "streamElsewhere"})
    void agentIsOneSpanOverItsRoundsAndTools(String piece) {
        assertThat(run.calls(piece)).isEqualTo(SUM);
        Span agent = run.one(piece, "invoke_agent sums");
        assertThat(agent.text("gen_ai.agent.name")).isEqualTo("sums");
        assertThat(agent.text("gen_ai.agent.description")).isEqualTo("Is called sums");
        assertThat(agent.text("gen_ai.input.messages")).contains("What is 1 + 2?");
        assertThat(agent.text("gen_ai.output.messages")).contains("It is done.");
        assertThat(agent.text("gen_ai.system_instructions")).contains("You help.");
        assertThat(agent.text("gen_ai.tool.definitions")).contains("\"name\":\"add\"");
        assertThat(agent.has("gen_ai.conversation.id")).isFalse();
    }

    @Test
    void toolHasItsArgumentsItsIdAndItsReason() {
        List<Span> tools = run.trace("twoRounds").all("execute_tool");
        assertThat(tools).extracting(tool -> tool.text("gen_ai.tool.call.arguments"))
                .containsExactly("{\"a\":1,\"b\":2}", "{\"a\":3,\"b\":0}", "{\"a\":0,\"b\":3}");
        assertThat(tools).extracting(tool -> tool.text("gen_ai.tool.call.id")).doesNotContain("").doesNotHaveDuplicates();
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.parent()).isEqualTo(run.one("twoRounds", "invoke_agent sums").id());
            assertThat(tool.text("gen_ai.tool.call.result")).isEqualTo("3");
            assertThat(tool.text("gen_ai.tool.description")).isEqualTo("Adds two numbers");
        });
        assertThat(tools.get(0).text("clew.tool.reason")).isEqualTo("I need tools.");
    }

    @Test
    void failedToolSaysWhatIsWrongThoughTheModelGetsAnAnswer() {
        assertThat(run.calls("failingTool")).isEqualTo("""
                invoke_agent sums
                  chat gpt-4o-mini
                  execute_tool save ERROR java.lang.IllegalStateException
                  chat gpt-4o-mini
                """);
        assertThat(run.one("failingTool", "execute_tool save").json().path("statusMessage").asText()).isEqualTo("disk full");
    }

    @Test
    void toolThatTheModelMadeUpEndsTheAgent() {
        assertThat(run.calls("unknownTool")).isEqualTo("""
                invoke_agent sums ERROR java.lang.IllegalStateException
                  chat gpt-4o-mini
                  execute_tool fly ERROR unknown_tool
                """);
    }

    @Test
    void agentAsAToolHasACallOfItsOwn() {
        assertThat(run.calls("agentAsTool")).isEqualTo("""
                invoke_agent asker
                  chat gpt-4o-mini
                  execute_tool expert
                    invoke_agent expert
                      chat gpt-4o-mini
                  chat gpt-4o-mini
                """);
    }

    @Test
    void agentsOfOtherThreadsAreOtherTraces() {
        assertThat(run.traces("twoAtOnce")).extracting(tree -> Pieces.shape(tree).replaceAll("(?m)^ *POST.*\n", ""))
                .containsExactly(SUM.replace("add", "meet"), SUM.replace("add", "meet"));
    }

    @Test
    void toolsThatRunAtOnceAreEachUnderTheAgent() {
        assumeThat(version).as("it runs one after the other").isNotEqualTo("1.1.0.0");
        assertThat(run.calls("toolsAtOnce")).isEqualTo("""
                invoke_agent meeting
                  chat gpt-4o-mini
                  execute_tool meet
                  execute_tool meet
                  chat gpt-4o-mini
                """);
    }

    @Test
    void cancelledStreamIsTheAgentsAndTheCallsThatWereThere() {
        assertThat(run.calls("streamCancelled")).isEqualTo("invoke_agent sums cancelled\n");
        assertThat(run.calls("streamStopped")).isEqualTo("invoke_agent endless cancelled\n  chat cancelled\n");
    }

    @Test
    void errorThatBecomesAMessageIsOnTheModelCall() {
        Span chat = run.trace("refused").all("chat").get(0);
        assertThat(chat.failed()).isTrue();
        assertThat(run.one("refused", "invoke_agent sums").failed()).as("it has answered").isFalse();
    }

    @Test
    void errorOfAStreamReachesTheApplication() {
        assertThat(run.traced.stdout()).contains("== streamRefused\nan error\n");
        assertThat(run.trace("streamRefused").all("chat").get(0).failed()).isTrue();
        assertThat(run.one("streamRefused", "invoke_agent sums").failed()).isTrue();
    }

    @Test
    void personWhoIsAskedIsAnEventAndSoIsTheAnswer() {
        assertThat(run.calls("interrupted")).isEqualTo("invoke_agent sums\n  chat gpt-4o-mini\n");
        Span asked = run.one("interrupted", "invoke_agent sums");
        assertThat(asked.events("clew.human.asked")).singleElement().asString().contains("tools=add: {\"a\":1,\"b\":2}");
        assertThat(run.calls("resumed")).isEqualTo("invoke_agent sums\n  execute_tool add\n  chat gpt-4o-mini\n");
        Span answered = run.one("resumed", "invoke_agent sums");
        assertThat(answered.events("clew.human.answered")).containsExactly("answer=add: approved");
        assertThat(List.of(asked, answered)).allSatisfy(agent ->
                assertThat(agent.text("gen_ai.conversation.id")).isEqualTo("approval-1"));
    }
}
