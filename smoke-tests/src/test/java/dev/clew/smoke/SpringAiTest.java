package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is promised of Spring AI's models, agents and tools, from the oldest version to the newest. */
@ParameterizedClass(name = "spring-ai {0}, {1}")
@MethodSource("runs")
class SpringAiTest implements ChatContract, ToolContract, AgentContract {
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
    private static final String HELLO = """
            invoke_agent
              chat gpt-4o-mini
            """;

    private final String version;
    private final Pieces run;

    SpringAiTest(String version, Jdk jdk) {
        this.version = version;
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
    public List<String> calls() {
        return List.of("plain");
    }

    @Override
    public List<String> decorated() {
        return List.of("decorated");
    }

    @Override
    public List<String> callsThatThrow() {
        return List.of("modelError", "streamError");
    }

    @Override
    public List<String> toolsThatWork() {
        return List.of("agent", "twoRounds", "decoratedOpenAi", "stream", "streamElsewhere", "streamDecorated");
    }

    @Override
    public List<String> toolsOfSeveralRounds() {
        return List.of("twoRounds", "streamElsewhere");
    }

    @Override
    public List<String> toolsThatFail() {
        return List.of("failingTool", "streamFailingTool");
    }

    @Override
    public List<String> toolsMadeUp() {
        return List.of("unknownTool");
    }

    @Override
    public List<String> toolsAtOnce() {
        return FrameworkContract.none("it runs one tool after the other");
    }

    @Override
    public List<String> toolsByThemselves() {
        return List.of("directTool");
    }

    @Override
    public List<String> toolsThatAskAnAgent() {
        return List.of("agentAsTool", "streamAgentAsTool");
    }

    @Override
    public List<String> agents() {
        return List.of("agent", "decoratedOpenAi", "stream", "streamDecorated");
    }

    @Override
    public String question() {
        return "What is 1 + 2?";
    }

    @Override
    public List<String> agentsWhoseModelFails() {
        return List.of("modelError", "streamError", "refused", "streamRefused");
    }

    @Override
    public List<String> agentsOfAConversation() {
        return List.of("conversation");
    }

    @Override
    public String conversation() {
        return "customer-7";
    }

    @Override
    public List<String> agentsOfNoConversation() {
        return List.of("agent", "stream");
    }

    @Override
    public List<String> agentsAtOnce() {
        return List.of("twoAtOnce", "streamTwoAtOnce");
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
    void modelCallHasWhatWasAskedForAndWhoAnswered() {
        assertThat(shape("plain")).isEqualTo("chat scripted-1\n");
        Span chat = one("plain", "chat");
        assertThat(chat.kind()).isEqualTo("CLIENT");
        assertThat(chat.has("gen_ai.provider.name")).as("it does not say").isFalse();
        assertThat(chat.text("gen_ai.request.temperature")).isEqualTo("0.5");
        assertThat(chat.text("gen_ai.response.model")).isEqualTo("scripted-1-0613");
        assertThat(chat.text("gen_ai.response.id")).isEqualTo("r-1");
        assertThat(chat.text("gen_ai.response.finish_reasons")).isEqualTo("[\"stop\"]");
        assertThat(chat.text("gen_ai.input.messages"))
                .isEqualTo("[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"hi\"}]}]");
        assertThat(chat.text("gen_ai.output.messages")).contains("\"content\":\"hello\"", "\"finish_reason\":\"stop\"");
    }

    @Test
    void decoratedModelIsOneSpanARound() {
        assertThat(shape("decorated")).isEqualTo("chat scripted-1\n");
        assertThat(run.trace("decorated").sum("chat", "gen_ai.usage.input_tokens")).isEqualTo(10);
        assertThat(shape("decoratedOpenAi")).isEqualTo(SUM);
    }

    @Test
    void eachRoundIsASpanOfItsOwn() {
        assertThat(shape("agent")).isEqualTo(SUM);
        assertThat(shape("twoRounds")).isEqualTo(SUMS);
        assertThat(run.trace("twoRounds").all("chat")).allSatisfy(chat -> {
            assertThat(chat.text("gen_ai.provider.name")).isEqualTo("openai");
            assertThat(chat.text("gen_ai.request.temperature")).isEqualTo(SpringAi.isOne(version) ? "0.5" : "");
            assertThat(chat.text("gen_ai.tool.definitions")).contains("\"name\":\"add\"", "integer");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"twoRounds", "streamElsewhere"})
    void tokensAreThoseThatTheProviderCounted(String piece) {
        Matcher used = Pattern.compile(piece + " used (\\d+) (\\d+)").matcher(run.traced.stdout());
        assertThat(used.find()).as(run.traced.told()).isTrue();
        assertThat(run.trace(piece).all("chat")).allSatisfy(chat -> assertThat(chat.has("gen_ai.usage.input_tokens")).isTrue());
        assertThat(run.trace(piece).sum("chat", "gen_ai.usage.input_tokens")).isEqualTo(Long.parseLong(used.group(1)));
        assertThat(run.trace(piece).sum("chat", "gen_ai.usage.output_tokens")).isEqualTo(Long.parseLong(used.group(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"twoRounds", "streamElsewhere"})
    void toolHasItsReasonItsArgumentsAndItsId(String piece) {
        List<Span> chats = run.trace(piece).all("chat");
        List<Span> tools = run.trace(piece).all("execute_tool");
        assertThat(tools).hasSize(3);
        assertThat(tools.get(0).text("clew.tool.reason")).isEqualTo("I need tools.");
        assertThat(tools.get(1).has("clew.tool.reason")).isFalse();
        assertThat(tools.get(1).text("gen_ai.tool.call.arguments")).isEqualTo("{\"a\":3,\"b\":0}");
        assertThat(tools.get(2).text("gen_ai.tool.call.arguments")).isEqualTo("{\"a\":0,\"b\":3}");
        assertThat(tools).extracting(tool -> tool.text("gen_ai.tool.call.id")).doesNotContain("").doesNotHaveDuplicates();
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.text("gen_ai.tool.call.result")).isEqualTo("3");
            assertThat(chats.toString()).contains(tool.text("gen_ai.tool.call.id"));
        });
    }

    @Test
    void roundIsOverBeforeItsToolsBegin() {
        for (String piece : List.of("twoRounds", "streamElsewhere")) {
            List<Span> chats = run.trace(piece).all("chat");
            List<Span> tools = run.trace(piece).all("execute_tool");
            assertThat(end(chats.get(0))).as(piece).isLessThanOrEqualTo(tools.get(0).start());
            assertThat(end(chats.get(1))).as(piece).isLessThanOrEqualTo(tools.get(1).start());
        }
    }

    private static String end(Span span) {
        return span.json().path("endTimeUnixNano").asText();
    }

    @Test
    void agentSaysNothingThatNobodyToldIt() {
        Span agent = one("agent", "invoke_agent");
        assertThat(agent.has("gen_ai.agent.name")).as("a ChatClient has none").isFalse();
    }

    @Test
    void templateAndVariablesAreKept() {
        Span agent = one("template", "invoke_agent");
        assertThat(agent.text("clew.prompt.template")).isEqualTo("Say {what}");
        assertThat(agent.text("clew.prompt.system_template")).isEqualTo("You talk like a {who}.");
        assertThat(agent.text("gen_ai.prompt.variable.who")).isEqualTo("pirate");
        assertThat(agent.text("gen_ai.prompt.variable.what")).isEqualTo("hello");
        assertThat(agent.text("gen_ai.system_instructions")).contains("You talk like a pirate.");
        assertThat(one("agent", "invoke_agent").has("clew.prompt.template")).as("no template").isFalse();
    }

    @Test
    void callIsOfTheAgentsConversation() {
        assertThat(one("conversation", "chat").text("gen_ai.conversation.id")).isEqualTo("customer-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"failingTool", "streamFailingTool"})
    void failedToolSaysWhatIsWrong(String piece) {
        assertThat(shape(piece)).isEqualTo("""
                invoke_agent
                  chat gpt-4o-mini
                  execute_tool save ERROR java.lang.IllegalStateException
                  chat gpt-4o-mini
                """);
        assertThat(one(piece, "execute_tool").json().path("statusMessage").asText()).isEqualTo("disk full");
    }

    @Test
    void toolThatTheModelMadeUpEndsTheAgent() {
        assertThat(shape("unknownTool")).isEqualTo("""
                invoke_agent ERROR java.lang.IllegalStateException
                  chat gpt-4o-mini
                  execute_tool fly ERROR unknown_tool
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agentAsTool", "streamAgentAsTool"})
    void agentThatAToolAsksHasACallOfItsOwn(String piece) {
        assertThat(shape(piece)).isEqualTo("""
                invoke_agent
                  chat gpt-4o-mini
                  execute_tool expert
                    invoke_agent
                      chat
                  chat gpt-4o-mini
                """);
    }

    @Test
    void agentInAnAdvisorIsAnotherAgent() {
        assertThat(shape("ownAdvisor")).isEqualTo("""
                invoke_agent
                  invoke_agent
                    chat
                  chat gpt-4o-mini
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bareModel", "bareModelOfItsOwnTools", "streamBareModel"})
    void modelThatRunsTheToolsItselfIsAnAgent(String piece) {
        assertThat(shape(piece)).isEqualTo(SpringAi.isOne(version) ? SUM : "chat gpt-4o-mini\n");
    }

    @Test
    void toolThatHasTheLastWordIsTheEnd() {
        assertThat(shape("returnedDirectly")).isEqualTo(HELLO + "  execute_tool draw\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "streamRefused"})
    void refusedCallFailsWithWhatTheApplicationSaw(String piece) {
        Span chat = one(piece, "chat");
        Span agent = one(piece, "invoke_agent");
        assertThat(chat.failed() && agent.failed()).isTrue();
        String type = agent.text("error.type").replaceAll(".*[.$]", "");
        assertThat(run.traced.stdout()).contains("== " + piece + "\n" + type + "\n");
        assertThat(chat.parent()).isEqualTo(agent.id());
    }

    @Test
    void structuredAnswerIsOneCall() {
        assertThat(shape("entity")).isEqualTo(HELLO);
        assertThat(one("entity", "chat").text("gen_ai.input.messages")).contains("JSON");
        assertThat(run.traced.stdout()).contains("Planet[name=Mars, moons=2]");
    }

    @Test
    void retriedCallIsOneSpanOverItsAttempts() {
        assertThat(shape("retried")).isEqualTo(HELLO);
        assertThat(run.trace("retried").http()).extracting(Span::failed).containsExactly(true, true, false);
    }

    @Test
    void agentsOfOtherThreadsAreOtherTraces() {
        assertThat(run.traces("twoAtOnce")).extracting(tree -> Pieces.shape(tree).replaceAll("(?m)^ *POST.*\n", ""))
                .containsExactly(SUM, SUM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"modelError", "streamError"})
    void errorOfTheModelIsItsOwnAndTheAgents(String piece) {
        assertThat(shape(piece)).isEqualTo("""
                invoke_agent ERROR java.lang.IllegalArgumentException
                  chat ERROR java.lang.IllegalArgumentException
                """);
    }
}
