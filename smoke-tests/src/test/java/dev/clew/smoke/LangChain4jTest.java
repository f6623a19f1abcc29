package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

/** What is promised of models, agents, tools and streams, on each version of LangChain4j from the oldest to the newest. */
@ParameterizedClass(name = "langchain4j {0}, {1}")
@MethodSource("runs")
class LangChain4jTest implements ChatContract, ToolContract, AgentContract, StreamContract {
    private static final String CHAT = "chat scripted-1\n";
    private static final String SUM = """
            invoke_agent Assistant
              chat scripted-1
              execute_tool add
              chat scripted-1
            """;

    private final String version;
    private final Pieces run;

    LangChain4jTest(String version, Jdk jdk) {
        this.version = version;
        this.run = LangChain4j.run("Services", version, jdk);
    }

    static List<Arguments> runs() throws IOException {
        return LangChain4j.onEachJdk(
                LangChain4j.all().stream().filter(version -> !version.equals(LangChain4j.OLDEST_AGENTIC)).toList());
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
        return List.of("modelError");
    }

    @Override
    public List<String> toolsThatWork() {
        return List.of("agent", "twoRounds", "streamedAgent", "adapted");
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
        return LangChain4j.isSince(version, 4) ? List.of("concurrentTools") : FrameworkContract.none("tools wait for each other before 1.4");
    }

    @Override
    public List<String> toolsByThemselves() {
        return List.of("directTool");
    }

    @Override
    public List<String> toolsThatAskAnAgent() {
        return List.of("agentAsTool");
    }

    @Override
    public List<String> agents() {
        return List.of("agent", "streamedAgent");
    }

    @Override
    public String question() {
        return "What is 1 + 2?";
    }

    @Override
    public List<String> agentsWhoseModelFails() {
        return List.of("modelError", "streamedAgentError");
    }

    @Override
    public List<String> agentsOfAConversation() {
        return List.of("memory");
    }

    @Override
    public String conversation() {
        return "customer-7";
    }

    @Override
    public List<String> agentsOfNoConversation() {
        return List.of("agent", "streamedAgent");
    }

    @Override
    public List<String> agentsAtOnce() {
        return List.of("twoAtOnce");
    }

    @Override
    public List<String> streams() {
        return List.of("stream", "streamedAgent", "adapted");
    }

    @Override
    public List<String> streamedAgents() {
        return List.of("streamedAgent", "adapted");
    }

    @Override
    public List<String> streamsCancelled() {
        return LangChain4j.isSince(version, 8) ? List.of("cancelled") : FrameworkContract.none("streams can't be cancelled before 1.8");
    }

    @Override
    public List<String> streamsThatFail() {
        return List.of("streamError", "streamedAgentError");
    }

    @Override
    public List<String> streamsNeverHeard() {
        return FrameworkContract.none("what is never started is an agent that was left: see streamThatIsNeverStartedEndsAsCancelled");
    }

    private Span one(String piece, String operation) {
        assertThat(run.trace(piece).all(operation)).hasSize(1);
        return run.trace(piece).all(operation).get(0);
    }

    @Test
    void modelCallIsOneSpanWithTheFinalRequestAndTheAnswer() {
        assertThat(run.shape("plain")).isEqualTo(CHAT);
        Span chat = one("plain", "chat");
        assertThat(chat.kind()).isEqualTo("CLIENT");
        assertThat(chat.text("gen_ai.provider.name")).isEqualTo("mistral_ai");
        assertThat(chat.text("gen_ai.request.model")).isEqualTo("scripted-1");
        assertThat(chat.text("gen_ai.request.temperature")).isEqualTo("0.5");
        assertThat(chat.text("gen_ai.response.model")).isEqualTo("scripted-1-0613");
        assertThat(chat.text("gen_ai.response.id")).isEqualTo("r-1");
        assertThat(chat.text("gen_ai.response.finish_reasons")).isEqualTo("[\"stop\"]");
        assertThat(chat.text("gen_ai.input.messages"))
                .isEqualTo("[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"hi\"}]}]");
        assertThat(chat.text("gen_ai.output.messages")).contains("\"content\":\"hello\"", "\"finish_reason\":\"stop\"");
    }

    @Test
    void modelThatOverridesOnlyChatIsSeen() {
        assertThat(run.shape("chatOnly")).isEqualTo("chat\n");
    }

    @Test
    void decoratedModelSaysWhoseItIsAndWhatItUsed() {
        assertThat(run.shape("decorated")).isEqualTo(CHAT);
        assertThat(run.trace("decorated").sum("chat", "gen_ai.usage.input_tokens")).isEqualTo(10);
        assertThat(run.trace("decorated").sum("chat", "gen_ai.usage.output_tokens")).isEqualTo(5);
        assertThat(one("decorated", "chat").text("gen_ai.provider.name")).isEqualTo("mistral_ai");
    }

    @Test
    void toolHasItsIdItsResultAndItsReason() {
        assertThat(run.shape("agent")).isEqualTo(SUM);
        Span tool = one("agent", "execute_tool");
        assertThat(tool.text("gen_ai.tool.call.id")).isEqualTo("c1");
        assertThat(tool.text("gen_ai.tool.call.result")).isEqualTo("3");
        assertThat(tool.text("clew.tool.reason")).isEqualTo("I need tools.");
        assertThat(run.trace("agent").all("chat").get(0).text("gen_ai.tool.definitions")).contains("\"name\":\"add\"", "integer");
    }

    @Test
    void defaultMethodOfAnAgentIsNoAgent() {
        assumeThat(LangChain4j.isSince(version, 4)).as("default methods are not called before").isTrue();
        assertThat(run.shape("defaultMethod")).isEqualTo("invoke_agent Assistant\n  chat scripted-1\n");
    }

    @Test
    void failedToolTellsTheModelWhatIsWrong() {
        assertThat(run.shape("failingTool")).isEqualTo("""
                invoke_agent Assistant
                  chat scripted-1
                  execute_tool save ERROR java.lang.IllegalStateException
                  chat scripted-1
                """);
        assertThat(one("failingTool", "execute_tool").text("gen_ai.tool.call.result")).isEqualTo("disk full");
    }

    @Test
    void toolThatIsALambdaIsSeen() {
        assumeThat(LangChain4j.isSince(version, 4)).as("nothing calls tools by a method of its own before").isTrue();
        assertThat(one("lambdaTool", "execute_tool").text("gen_ai.tool.call.result")).isEqualTo("12:00");
    }

    @Test
    void errorOfTheModelIsItsOwnAndTheAgents() {
        assertThat(run.shape("modelError")).isEqualTo("""
                invoke_agent Assistant ERROR java.lang.IllegalArgumentException
                  chat scripted-1 ERROR java.lang.IllegalArgumentException
                """);
    }

    @Test
    void messagesOfTwoAgentsAtOnceDoNotMix() {
        assertThat(run.traces("twoAtOnce")).hasSize(2).allSatisfy(tree -> {
            assertThat(tree.spans()).hasSize(4);
            String asked = tree.all("invoke_agent").get(0).text("gen_ai.input.messages");
            String thread = asked.contains("thread 0") ? "thread 0" : "thread 1";
            assertThat(tree.all("invoke_agent").get(0).text("gen_ai.output.messages")).contains("ok " + thread);
            assertThat(tree.all("chat")).allMatch(chat -> chat.text("gen_ai.input.messages").contains(thread));
        });
    }

    @Test
    void modelThatAConcurrentToolAsksIsTheTools() {
        assumeThat(LangChain4j.isSince(version, 4)).isTrue();
        Tree tree = run.trace("concurrentTools");
        assertThat(tree.all("chat")).filteredOn(chat -> tree.byId(chat.parent()).is("execute_tool")).hasSize(2);
    }

    @Test
    void streamOfAModelIsOneSpan() {
        assertThat(run.shape("stream")).isEqualTo(CHAT);
        Span chat = one("stream", "chat");
        assertThat(chat.number("gen_ai.usage.output_tokens")).isEqualTo(5);
    }

    @Test
    void streamThatFailsHasTheError() {
        assertThat(run.shape("streamError")).isEqualTo("chat scripted-1 ERROR java.lang.IllegalArgumentException\n");
    }

    @Test
    void errorOfTheApplicationsHandlerIsItsOwn() {
        assertThat(run.traced.stdout()).contains("error java.lang.IllegalStateException: my own mistake the same: true");
        assertThat(run.shape("streamHandlerThrows")).isEqualTo(CHAT);
        assertThat(run.shape("streamHandlerThrowsChecked")).isEqualTo(CHAT);
    }

    @Test
    void streamedAgentHasTheTreeOfOneThatIsNot() {
        assertThat(run.shape("streamedAgent")).isEqualTo(SUM.replace("Assistant", "Streaming"));
    }

    @Test
    void roundsAndToolsWithinOneAgentAlternate() {
        assertThat(run.shape("twoRounds")).isEqualTo("""
                invoke_agent Assistant
                  chat scripted-1
                  execute_tool left
                  chat scripted-1
                  execute_tool left
                  chat scripted-1
                """);
    }

    @Test
    void streamedAgentThatFailsEnds() {
        assertThat(run.shape("streamedAgentError")).isEqualTo("""
                invoke_agent Streaming ERROR java.lang.IllegalArgumentException
                  chat scripted-1 ERROR java.lang.IllegalArgumentException
                """);
    }

    @Test
    void agentThatACallbackStartsIsBelowTheStreamedOne() {
        assertThat(run.shape("streamedAgentCallsAnother")).isEqualTo("""
                invoke_agent Streaming
                  chat scripted-1
                  invoke_agent Assistant
                    chat scripted-1
                    execute_tool add
                    chat scripted-1
                """);
    }

    @Test
    void streamThatIsAdaptedToAnotherTypeIsTheSame() {
        assertThat(run.shape("adapted")).isEqualTo(SUM.replace("Assistant", "Postponing"));
    }

    @Test
    void streamThatIsNeverStartedEndsAsCancelled() {
        assertThat(run.shape("neverStarted")).isEqualTo("invoke_agent Streaming cancelled\n");
    }

    @Test
    void cancelledStreamIsOneSpan() {
        assumeThat(LangChain4j.isSince(version, 8)).as("streams can't be cancelled before").isTrue();
        assertThat(run.shape("cancelled")).isEqualTo("chat cancelled\n");
    }
}
