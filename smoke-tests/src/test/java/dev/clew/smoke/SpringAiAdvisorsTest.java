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
        this.run = SpringAi.run("Clients", version, jdk);
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

    private static List<String> names(List<String> events) {
        return events.stream().map(event -> event.replaceAll("(?s)^advisor=(.*?) class=.*", "$1")).toList();
    }

    // ---- advisors

    @ParameterizedTest
    @ValueSource(strings = {"advised", "advisedAgain", "streamAdvised"})
    void advisorsAreToldInTheOrderInWhichTheyAreAsked(String piece) {
        List<String> names = names(advisors(piece));
        assertThat(names.stream().filter(name -> !name.startsWith("Tool Call")).toList())
                .containsExactly("Polite", "SafeGuardAdvisor", "MessageChatMemoryAdvisor", "QuestionAnswerAdvisor");
        assertThat(names.stream().anyMatch(name -> name.startsWith("Tool Call")))
                .as("an advisor runs the tools since 2.0").isEqualTo(!SpringAi.isOne(version));
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
        String polite = advisors("advisedAgain").get(0);
        assertThat(polite).contains(
                "class=com.example.springai.Advisors$Polite", "order=-100",
                "request.before=user: hi", "request.after=user: hi, please",
                "response.before=assistant: hello", "response.after=assistant: hello Have a nice day.");
        String memory = advisors("advisedAgain").stream().filter(e -> e.startsWith("advisor=MessageChatMemory")).findFirst().get();
        assertThat(memory).contains("request.after=user: What is 1 + 2?, please\nassistant: It is done.")
                .doesNotContain("request.before", "response.");
        String rag = advisors("advisedAgain").stream().filter(e -> e.startsWith("advisor=QuestionAnswer")).findFirst().get();
        assertThat(rag).contains("request.before=user: hi, please", "The sky is blue.");
        String guard = advisors("advisedAgain").stream().filter(e -> e.startsWith("advisor=SafeGuard")).findFirst().get();
        assertThat(guard).doesNotContain("request.", "response.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocked", "streamBlocked"})
    void guardThatBlocksSaysWhyAndNoModelIsAsked(String piece) {
        assertThat(shape(piece)).isEqualTo("invoke_agent\n");
        assertThat(agent(piece).events("clew.guardrail")).containsExactly(
                "guardrail=SafeGuardAdvisor message=the request has \"secret\" stage=input verdict=failure");
        assertThat(names(advisors(piece))).containsExactly("Polite", "SafeGuardAdvisor");
        assertThat(advisors(piece).get(1)).contains("outcome=answered");
        assertThat(agent(piece).text("gen_ai.output.messages")).contains("unable to respond");
    }

    @Test
    void guardThatLetsPassSaysSo() {
        assertThat(agent("advised").events("clew.guardrail"))
                .containsExactly("guardrail=SafeGuardAdvisor stage=input verdict=success");
    }

    @ParameterizedTest
    @ValueSource(strings = {"answered", "streamAnswered"})
    void advisorThatAnswersInsteadOfTheModelSaysSo(String piece) {
        assertThat(shape(piece)).isEqualTo("invoke_agent\n");
        assertThat(advisors(piece)).hasSize(2);
        assertThat(advisors(piece).get(0)).contains("outcome=passed");
        assertThat(advisors(piece).get(1)).startsWith("advisor=known answers").contains("outcome=answered");
    }

    @Test
    void advisorThatFailsIsTheOneThatSaysSo() {
        assertThat(run.traced.stdout()).contains("== brokenAdvisor\nthe same: true\n");
        assertThat(shape("brokenAdvisor")).isEqualTo("invoke_agent ERROR java.lang.IllegalStateException\n");
        assertThat(advisors("brokenAdvisor").get(0)).startsWith("advisor=Polite").contains("outcome=passed");
        assertThat(advisors("brokenAdvisor").get(1)).startsWith("advisor=broken")
                .contains("outcome=failed", "message=java.lang.IllegalStateException: out of order");
    }

    // ---- structured answers

    @Test
    void whatMakesAnObjectOfTheAnswerIsToldWithTheFormatThatWasAskedFor() {
        for (String piece : List.of("entity", "responseEntity")) {
            assertThat(shape(piece)).isEqualTo(HELLO);
            assertThat(agent(piece).text("gen_ai.output.type")).isEqualTo("json");
            assertThat(agent(piece).events("clew.conversion")).as(piece).hasSize(1);
            assertThat(agent(piece).events("clew.conversion").get(0))
                    .startsWith("converter=BeanOutputConverter format=").contains("JSON Schema", "moons", "verdict=success");
        }
        assertThat(agent("entityList").has("gen_ai.output.type")).isFalse();
        assertThat(agent("entityList").events("clew.conversion").get(0))
                .startsWith("converter=ListOutputConverter").contains("comma separated", "verdict=success");
        assertThat(agent("agent").events("clew.conversion")).isEmpty();
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
