package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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
class SpringAiTest {
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
    void theApplicationSaysTheSameWithAndWithout() {
        assertThat(run.alone.exit()).as(run.alone.told()).isZero();
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
        assertThat(run.traced.stderr().lines().filter(line -> !line.startsWith("clew: tracing into ")).toList())
                .isEqualTo(run.alone.stderr().lines().toList());
    }

    @Test
    void modelCallIsOneSpanWithTheRequestAndTheAnswer() {
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
    void decoratedModelIsOneSpanARoundAndUsageIsCountedOnce() {
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
    void tokensAreEachRoundsOwn(String piece) {
        Matcher used = Pattern.compile(piece + " used (\\d+) (\\d+)").matcher(run.traced.stdout());
        assertThat(used.find()).as(run.traced.told()).isTrue();
        assertThat(run.trace(piece).all("chat")).allSatisfy(chat -> assertThat(chat.has("gen_ai.usage.input_tokens")).isTrue());
        assertThat(run.trace(piece).sum("chat", "gen_ai.usage.input_tokens")).isEqualTo(Long.parseLong(used.group(1)));
        assertThat(run.trace(piece).sum("chat", "gen_ai.usage.output_tokens")).isEqualTo(Long.parseLong(used.group(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"twoRounds", "streamElsewhere"})
    void toolIsUnderTheAgentAndLinkedToTheCallThatAskedForIt(String piece) {
        List<Span> chats = run.trace(piece).all("chat");
        List<Span> tools = run.trace(piece).all("execute_tool");
        assertThat(tools).hasSize(3);
        assertThat(tools.get(0).links("tool_call")).containsExactly(chats.get(0).id());
        assertThat(tools.get(1).links("tool_call")).containsExactly(chats.get(1).id());
        assertThat(tools.get(2).links("tool_call")).containsExactly(chats.get(1).id());
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
    void agentSaysWhatItWasAskedAndWhatItAnswered() {
        Span agent = one("agent", "invoke_agent");
        assertThat(agent.has("gen_ai.agent.name")).as("a ChatClient has none").isFalse();
        assertThat(agent.text("gen_ai.input.messages")).contains("What is 1 + 2?");
        assertThat(agent.text("gen_ai.output.messages")).contains("It is done.");
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
    void conversationIsTheOneTheApplicationGaveAndNoOther() {
        assertThat(one("conversation", "invoke_agent").text("gen_ai.conversation.id")).isEqualTo("customer-7");
        assertThat(one("conversation", "chat").text("gen_ai.conversation.id")).isEqualTo("customer-7");
        assertThat(one("agent", "invoke_agent").has("gen_ai.conversation.id")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"failingTool", "streamFailingTool"})
    void failedToolFailsItsSpanAloneWithTheRealCause(String piece) {
        assertThat(shape(piece)).isEqualTo("""
                invoke_agent
                  chat gpt-4o-mini
                  execute_tool save ERROR java.lang.IllegalStateException
                  chat gpt-4o-mini
                """);
        assertThat(one(piece, "execute_tool").json().path("statusMessage").asText()).isEqualTo("disk full");
    }

    @Test
    void toolThatTheModelMadeUpIsAFailedTool() {
        assertThat(shape("unknownTool")).isEqualTo("""
                invoke_agent ERROR java.lang.IllegalStateException
                  chat gpt-4o-mini
                  execute_tool fly ERROR unknown_tool
                """);
        assertThat(one("unknownTool", "execute_tool").links("tool_call")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agentAsTool", "streamAgentAsTool"})
    void agentInAToolIsBelowTheTool(String piece) {
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
        assumeThat(SpringAi.isOne(version)).as("the newest goes over OkHttp").isTrue();
        assertThat(run.trace("retried").http()).extracting(Span::failed).containsExactly(true, true, false);
    }

    @Test
    void agentsOfOtherThreadsAreOtherTraces() {
        assertThat(run.traces("twoAtOnce")).extracting(tree -> Pieces.shape(tree).replaceAll("(?m)^ *POST.*\n", ""))
                .containsExactly(SUM, SUM);
    }

    @Test
    void toolThatTheApplicationRunsItselfIsSeen() {
        assertThat(shape("directTool")).isEqualTo("execute_tool add\n");
    }

    @Test
    void embeddingIsOneSpan() {
        assertThat(shape("embedding")).isEqualTo("embeddings\n");
        Span call = one("embedding", "embeddings");
        assertThat(call.text("gen_ai.response.model")).isEqualTo("vectors-1");
        assertThat(call.number("gen_ai.usage.input_tokens")).isEqualTo(7);
        assertThat(call.number("gen_ai.embeddings.dimension.count")).isEqualTo(3);
        assertThat(call.text("gen_ai.input.messages")).contains("some text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"modelError", "streamError"})
    void errorOfTheModelReachesTheApplicationUnchanged(String piece) {
        assertThat(run.traced.stdout()).contains("== " + piece + "\nthe same: true\n");
        assertThat(shape(piece)).isEqualTo("""
                invoke_agent ERROR java.lang.IllegalArgumentException
                  chat ERROR java.lang.IllegalArgumentException
                """);
    }

    // ---- memory

    @ParameterizedTest
    @ValueSource(strings = {"remembers", "streamRemembers"})
    void memoryIsReadAndWrittenUnderTheAgent(String piece) {
        assertThat(shape(piece)).isEqualTo("""
                invoke_agent
                  search_memory
                  create_memory
                  chat gpt-4o-mini
                  create_memory
                """);
        assertThat(run.trace(piece).all("create_memory").get(1).text("gen_ai.memory.store.id")).isEqualTo("customer-7");
        assertThat(run.trace(piece).all("create_memory").get(1).text("gen_ai.memory.records")).contains("hello");
    }

    @Test
    void memoryThatIsFullSaysWhatItLetGo() {
        List<Span> first = run.trace("remembers").all("create_memory");
        Span last = run.trace("streamRemembers").all("create_memory").get(1);
        assertThat(first).noneSatisfy(span -> assertThat(span.has("clew.memory.evicted")).isTrue());
        assertThat(run.trace("streamRemembers").all("search_memory").get(0).links("memory")).hasSize(2);
        assertThat(last.text("clew.memory.evicted")).contains(ids(first.get(0)));
    }

    private static String ids(Span write) {
        return write.text("clew.memory.written").replaceAll("[\\[\\]]", "");
    }

    @Test
    void memoryThatTheApplicationUsesItselfIsSeenOnce() {
        assertThat(run.traces("memory")).extracting(Pieces::shape)
                .containsExactly("create_memory\n", "search_memory\n", "delete_memory\n");
    }

    // ---- retrieval

    @Test
    void searchOfAStoreIsARetrievalWithItsEmbeddingBelow() {
        assertThat(oneEmbedding(shape("searched"))).isEqualTo("retrieval\n  embeddings\n");
        Span retrieval = one("searched", "retrieval");
        assertThat(retrieval.text("gen_ai.retrieval.query.text")).isEqualTo("The sky is blue.");
        assertThat(retrieval.number("gen_ai.retrieval.top_k")).isEqualTo(1);
        assertThat(retrieval.text("clew.retrieval.documents"))
                .contains("\"id\":\"d-1\"", "\"source\":\"sky.txt\"", "The sky is blue.", "\"score\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"looksUp", "streamLooksUp"})
    void retrieverIsOneRetrievalUnderTheAgent(String piece) {
        assertThat(oneEmbedding(shape(piece))).isEqualTo("""
                invoke_agent
                  retrieval
                    embeddings
                  chat gpt-4o-mini
                """);
        Span retrieval = one(piece, "retrieval");
        assertThat(retrieval.text("gen_ai.retrieval.query.text")).isEqualTo("hi");
        assertThat(retrieval.number("gen_ai.retrieval.top_k")).isEqualTo(2);
        assertThat(retrieval.text("gen_ai.retrieval.documents")).contains("d-1", "d-2");
    }

    /** The store of the tests embeds a text of its own too, to learn how long a vector is. */
    private static String oneEmbedding(String shape) {
        return shape.replaceAll("( *embeddings\n)\\1", "$1");
    }

    // ---- streams

    @Test
    void streamKeepsItsTreeOnWhateverThread() {
        assertThat(shape("stream")).isEqualTo(SUM);
        assertThat(shape("streamElsewhere")).isEqualTo(SUMS);
        assertThat(run.trace("stream").all("chat")).allSatisfy(chat -> {
            assertThat(chat.text("gen_ai.request.stream")).isEqualTo("true");
            assertThat(chat.has("gen_ai.response.time_to_first_chunk")).isTrue();
        });
        assertThat(run.trace("stream").all("chat").get(1).text("gen_ai.output.messages")).contains("It is done.");
        assertThat(one("stream", "invoke_agent").text("gen_ai.output.messages")).contains("It is done.");
    }

    @Test
    void streamOfAModelIsOneSpanWithAllItsPieces() {
        assertThat(shape("streamPlain")).isEqualTo("chat scripted-1\n");
        Span chat = one("streamPlain", "chat");
        assertThat(chat.text("gen_ai.output.messages")).contains("\"content\":\"hello\"");
        assertThat(chat.number("gen_ai.usage.input_tokens")).isEqualTo(10);
    }

    @Test
    void cancelledStreamEndsTheSpan() {
        assertThat(shape("streamCancelled")).isEqualTo("invoke_agent cancelled\n  chat cancelled\n");
        assertThat(one("streamCancelled", "chat").text("gen_ai.output.messages")).contains("\"content\":\"he\"");
    }

    @Test
    void secondSubscriptionIsASecondCall() {
        assertThat(run.traces("streamTwice")).extracting(Pieces::shape).containsExactly("chat scripted-1\n", "chat scripted-1\n");
    }

    @Test
    void streamThatNobodySubscribesToIsNothing() {
        assertThat(run.traces("streamNever")).isEmpty();
    }
}
