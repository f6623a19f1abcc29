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
class LangChain4jTest {
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

    private Span one(String piece, String operation) {
        assertThat(run.trace(piece).all(operation)).hasSize(1);
        return run.trace(piece).all(operation).get(0);
    }

    @Test
    void theApplicationSaysTheSameWithAndWithout() {
        assertThat(run.alone.exit()).as(run.alone.told()).isZero();
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
        assertThat(run.traced.stderr().lines()).as(run.traced.told()).hasSize(1);
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
    void decoratedModelIsOneSpanAndUsageIsCountedOnce() {
        assertThat(run.shape("decorated")).isEqualTo(CHAT);
        assertThat(run.trace("decorated").sum("chat", "gen_ai.usage.input_tokens")).isEqualTo(10);
        assertThat(run.trace("decorated").sum("chat", "gen_ai.usage.output_tokens")).isEqualTo(5);
        assertThat(one("decorated", "chat").text("gen_ai.provider.name")).isEqualTo("mistral_ai");
    }

    @Test
    void toolIsUnderTheAgentAndLinkedToTheCallThatAskedForIt() {
        assertThat(run.shape("agent")).isEqualTo(SUM);
        Span tool = one("agent", "execute_tool");
        assertThat(tool.links("tool_call")).containsExactly(run.trace("agent").all("chat").get(0).id());
        assertThat(tool.text("gen_ai.tool.call.id")).isEqualTo("c1");
        assertThat(tool.text("gen_ai.tool.call.result")).isEqualTo("3");
        assertThat(tool.text("clew.tool.reason")).isEqualTo("I need tools.");
        assertThat(run.trace("agent").all("chat").get(0).text("gen_ai.tool.definitions")).contains("\"name\":\"add\"", "integer");
    }

    @Test
    void agentSaysWhatItWasAskedAndWhatItAnswered() {
        Span agent = one("agent", "invoke_agent");
        assertThat(agent.text("gen_ai.input.messages")).contains("What is 1 + 2?");
        assertThat(agent.text("gen_ai.output.messages")).contains("It is 3.");
    }

    @Test
    void defaultMethodOfAnAgentIsNoAgent() {
        assumeThat(LangChain4j.isSince(version, 4)).as("default methods are not called before").isTrue();
        assertThat(run.shape("defaultMethod")).isEqualTo("invoke_agent Assistant\n  chat scripted-1\n");
    }

    @Test
    void failedToolFailsItsSpanAloneWithTheRealCause() {
        assertThat(run.shape("failingTool")).isEqualTo("""
                invoke_agent Assistant
                  chat scripted-1
                  execute_tool save ERROR java.lang.IllegalStateException
                  chat scripted-1
                """);
        assertThat(one("failingTool", "execute_tool").text("gen_ai.tool.call.result")).isEqualTo("disk full");
    }

    @Test
    void toolThatTheModelMadeUpIsAFailedTool() {
        assertThat(run.shape("unknownTool")).contains("  execute_tool fly ERROR unknown_tool\n");
        assertThat(one("unknownTool", "execute_tool").links("tool_call")).hasSize(1);
    }

    @Test
    void toolThatIsALambdaIsSeen() {
        assumeThat(LangChain4j.isSince(version, 4)).as("nothing calls tools by a method of its own before").isTrue();
        assertThat(one("lambdaTool", "execute_tool").text("gen_ai.tool.call.result")).isEqualTo("12:00");
    }

    @Test
    void toolThatTheApplicationRunsItselfIsSeen() {
        assertThat(run.shape("directTool")).isEqualTo("execute_tool add\n");
    }

    @Test
    void errorOfTheModelReachesTheApplicationUnchanged() {
        assertThat(run.traced.stdout()).contains("== modelError\nthe same: true\n");
        assertThat(run.shape("modelError")).isEqualTo("""
                invoke_agent Assistant ERROR java.lang.IllegalArgumentException
                  chat scripted-1 ERROR java.lang.IllegalArgumentException
                """);
    }

    @Test
    void conversationIsTheOneTheApplicationGaveAndNoOther() {
        assertThat(one("memory", "invoke_agent").text("gen_ai.conversation.id")).isEqualTo("customer-7");
        assertThat(one("agent", "invoke_agent").has("gen_ai.conversation.id")).isFalse();
    }

    @Test
    void twoAgentsAtOnceDoNotMix() {
        assertThat(run.traces("twoAtOnce")).hasSize(2).allSatisfy(tree -> {
            assertThat(tree.spans()).hasSize(4);
            String asked = tree.all("invoke_agent").get(0).text("gen_ai.input.messages");
            String thread = asked.contains("thread 0") ? "thread 0" : "thread 1";
            assertThat(tree.all("invoke_agent").get(0).text("gen_ai.output.messages")).contains("ok " + thread);
            assertThat(tree.all("chat")).allMatch(chat -> chat.text("gen_ai.input.messages").contains(thread));
        });
    }

    @Test
    void concurrentToolsStayUnderTheirAgent() {
        assumeThat(LangChain4j.isSince(version, 4)).isTrue();
        Tree tree = run.trace("concurrentTools");
        String agent = tree.roots().get(0).id();
        assertThat(tree.all("execute_tool")).hasSize(2).allSatisfy(tool -> {
            assertThat(tool.parent()).isEqualTo(agent);
            assertThat(tool.links("tool_call")).hasSize(1);
        });
        // a call inside a tool is the tool's
        assertThat(tree.all("chat")).filteredOn(chat -> tree.byId(chat.parent()).is("execute_tool")).hasSize(2);
    }

    @Test
    void streamEndsOnceWithItsAnswerAndTheTimeToItsFirstPiece() {
        assertThat(run.shape("stream")).isEqualTo(CHAT);
        Span chat = one("stream", "chat");
        assertThat(chat.text("gen_ai.request.stream")).isEqualTo("true");
        assertThat(chat.has("gen_ai.response.time_to_first_chunk")).isTrue();
        assertThat(chat.number("gen_ai.usage.output_tokens")).isEqualTo(5);
    }

    @Test
    void streamThatFailsEndsTheSpan() {
        assertThat(run.shape("streamError")).isEqualTo("chat scripted-1 ERROR java.lang.IllegalArgumentException\n");
    }

    @Test
    void errorOfTheApplicationsHandlerIsItsOwn() {
        assertThat(run.traced.stdout()).contains("error java.lang.IllegalStateException: my own mistake the same: true");
        assertThat(run.shape("streamHandlerThrows")).isEqualTo(CHAT);
        assertThat(run.shape("streamHandlerThrowsChecked")).isEqualTo(CHAT);
    }

    @Test
    void streamKeepsItsParentOverRoundsAndThreads() {
        assertThat(run.shape("streamedAgent")).isEqualTo(SUM.replace("Assistant", "Streaming"));
        Span agent = one("streamedAgent", "invoke_agent");
        assertThat(agent.text("gen_ai.output.messages")).contains("It is 3.");
        assertThat(one("streamedAgent", "execute_tool").links("tool_call")).hasSize(1);
        for (Span span : run.trace("streamedAgent").spans()) {
            assertThat(span.json().path("endTimeUnixNano").asLong())
                    .isLessThanOrEqualTo(agent.json().path("endTimeUnixNano").asLong());
        }
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
    void cancelledStreamEndsTheSpan() {
        assumeThat(LangChain4j.isSince(version, 8)).as("streams can't be cancelled before").isTrue();
        assertThat(run.shape("cancelled")).isEqualTo("chat cancelled\n");
    }
}
