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

/** What is promised of what stands between a ChatClient and its model: advisors, and what makes objects of answers. */
@ParameterizedClass(name = "spring-ai {0}, {1}")
@MethodSource("runs")
class SpringAiAdvisorsTest {
    private static final String HELLO = """
            invoke_agent
              chat gpt-4o-mini
            """;

    private final String version;
    private final Pieces run;

    SpringAiAdvisorsTest(String version, Jdk jdk) {
        this.version = version;
        this.run = SpringAi.run("Applications", version, jdk);
    }

    static List<Arguments> runs() throws IOException {
        return Pieces.onEachJdk(SpringAi.versions());
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    private String shape(String piece) {
        return SpringAi.shape(run.trace(piece)).replaceAll("( *embeddings\n)\\1+", "$1");
    }

    /** The outermost agent. */
    private Span agent(String piece) {
        return run.trace(piece).roots().get(0);
    }

    private List<String> advisors(String piece) {
        return agent(piece).events("clew.advisor");
    }

    /** In the order of their first turns: since 2.0 an advisor runs the tools, and what is behind it has a turn a round. */
    private List<String> names(String piece) {
        return advisors(piece).stream().map(event -> event.replaceAll("(?s)^advisor=(.*?) class=.*", "$1")).distinct().toList();
    }

    private List<String> without20(List<String> names) {
        return names.stream().filter(name -> !SpringAi.isOne(version) || !name.equals("Tool Calling Advisor")).toList();
    }

    /** All its turns, a line each. */
    private String advisor(String piece, String name) {
        List<String> turns = advisors(piece).stream().filter(event -> event.startsWith("advisor=" + name)).toList();
        assertThat(turns).isNotEmpty();
        return String.join("\n", turns);
    }

    // ---- advisors

    @ParameterizedTest
    @ValueSource(strings = {"advised", "advisedAgain", "streamAdvised"})
    void advisorsAreToldInTheOrderInWhichTheyAreAsked(String piece) {
        assertThat(names(piece)).isEqualTo(without20(List.of(
                "MessageChatMemoryAdvisor", "Tool Calling Advisor", "Polite", "SafeGuardAdvisor", "RetrievalAugmentationAdvisor")));
        assertThat(advisors(piece)).allSatisfy(event -> assertThat(event).contains("outcome=passed"));
    }

    @Test
    void advisedAgentKeepsItsTree() {
        assertThat(shape("advised")).contains("search_memory", "retrieval", "execute_tool add");
        assertThat(run.trace("advised").all("chat")).hasSize(2);
        assertThat(agent("advised").text("gen_ai.output.messages")).contains("Have a nice day.");
    }

    @Test
    void advisorSaysWhatItChangedOnTheWayInAndOut() {
        assertThat(advisor("advisedAgain", "Polite")).contains(
                "class=com.example.springai.Advisors$Polite", "order=-100",
                "request.before=user: hi", "request.after=user: hi, please",
                "response.before=assistant: It is done.", "response.after=assistant: It is done. Have a nice day.");
        assertThat(advisor("advisedAgain", "MessageChatMemory"))
                .contains("request.after=user: What is 1 + 2?\nassistant: It is done. Have a nice day.")
                .doesNotContain("request.before", "response.");
        assertThat(advisor("advisedAgain", "RetrievalAugmentation")).contains("request.before=user: hi, please", "The sky is blue.");
        assertThat(advisor("advisedAgain", "SafeGuard")).doesNotContain("request.", "response.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocked", "streamBlocked"})
    void guardThatBlocksSaysWhyAndNoModelIsAsked(String piece) {
        assertThat(shape(piece)).doesNotContain("chat", "retrieval");
        assertThat(agent(piece).events("clew.guardrail")).containsExactly(
                "guardrail=SafeGuardAdvisor message=the request has \"secret\" stage=input verdict=failure");
        assertThat(names(piece)).isEqualTo(
                without20(List.of("MessageChatMemoryAdvisor", "Tool Calling Advisor", "Polite", "SafeGuardAdvisor")));
        assertThat(advisor(piece, "SafeGuard")).contains("outcome=answered");
        assertThat(advisor(piece, "Polite")).contains("outcome=passed");
        assertThat(agent(piece).text("gen_ai.output.messages")).contains("unable to respond");
    }

    @Test
    void guardThatLetsPassSaysSo() {
        assertThat(agent("advised").events("clew.guardrail"))
                .isNotEmpty().containsOnly("guardrail=SafeGuardAdvisor stage=input verdict=success");
    }

    @ParameterizedTest
    @ValueSource(strings = {"answered", "streamAnswered"})
    void advisorThatAnswersInsteadOfTheModelSaysSo(String piece) {
        assertThat(shape(piece)).isEqualTo("invoke_agent\n");
        assertThat(names(piece)).isEqualTo(without20(List.of("Tool Calling Advisor", "Polite", "known answers")));
        assertThat(advisor(piece, "Polite")).contains("outcome=passed");
        assertThat(advisor(piece, "known answers")).contains("outcome=answered");
    }

    @Test
    void advisorThatFailsIsTheOneThatSaysSo() {
        assertThat(run.traced.stdout()).contains("== brokenAdvisor\nthe same: true\n");
        assertThat(shape("brokenAdvisor")).isEqualTo("invoke_agent ERROR java.lang.IllegalStateException\n");
        assertThat(advisor("brokenAdvisor", "Polite")).contains("outcome=passed");
        assertThat(advisor("brokenAdvisor", "broken")).contains("outcome=failed", "message=java.lang.IllegalStateException: out of order");
    }

    // ---- structured answers

    @Test
    void whatMakesAnObjectOfTheAnswerIsToldWithTheFormatThatWasAskedFor() {
        assertThat(shape("responseEntity")).isEqualTo(HELLO);
        assertThat(agent("responseEntity").text("gen_ai.output.type")).isEqualTo("json");
        assertThat(agent("responseEntity").events("clew.conversion")).hasSize(1);
        assertThat(agent("responseEntity").events("clew.conversion").get(0))
                .startsWith("converter=BeanOutputConverter format=").contains("JSON Schema", "moons", "verdict=success");
        assertThat(agent("entityList").has("gen_ai.output.type")).isFalse();
        assertThat(agent("entityList").events("clew.conversion").get(0))
                .startsWith("converter=ListOutputConverter").contains("comma-separated", "verdict=success");
        assertThat(agent("answered").events("clew.conversion")).isEmpty();
    }

    @Test
    void answerThatIsNotAnObjectFailsTheAgentAndNotTheModelCall() {
        Span agent = agent("notAnEntity");
        String thrown = run.traced.stdout().replaceAll("(?s).*== notAnEntity\n([^\n]*)\n.*", "$1");
        assertThat(agent.failed()).isTrue();
        assertThat(agent.events("clew.conversion").get(0)).contains("message=" + thrown, "verdict=failure");
        assertThat(agent.text("gen_ai.output.messages")).contains("hello");
        assertThat(run.trace("notAnEntity").all("chat").get(0).failed()).isFalse();
    }

    @Test
    void whatAConverterDoesIsPartOfTheAgentAndItsErrorReachesTheApplicationUnchanged() {
        assertThat(run.traced.stdout()).contains("== ownConverter\nthe same: true\n");
        assertThat(shape("ownConverter")).isEqualTo("""
                invoke_agent ERROR java.lang.IllegalStateException
                  chat gpt-4o-mini
                  invoke_agent
                    chat
                """);
    }

    @Test
    void answerThatDoesNotFitItsSchemaIsAskedForAgainAndSaysWhy() {
        assumeThat(version).as("since 1.1").isNotEqualTo("1.0.0");
        assertThat(shape("validated")).isEqualTo(HELLO + "  chat gpt-4o-mini\n");
        List<String> verdicts = agent("validated").events("clew.guardrail");
        assertThat(verdicts).hasSize(2);
        assertThat(verdicts.get(0)).startsWith("guardrail=StructuredOutputValidationAdvisor message=")
                .contains("moons").endsWith("stage=output verdict=failure");
        assertThat(verdicts.get(1)).isEqualTo("guardrail=StructuredOutputValidationAdvisor stage=output verdict=success");
    }
}
