package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised of prompts, guardrails, moderation and types that agents answer, on each version of LangChain4j. */
@ParameterizedClass(name = "langchain4j {0}, {1}")
@MethodSource("runs")
class LangChain4jChecksTest {
    private final String version;
    private final Pieces run;

    LangChain4jChecksTest(String version, Jdk jdk) {
        this.version = version;
        this.run = LangChain4j.run("Checks", version, jdk);
    }

    static List<Arguments> runs() throws IOException {
        return LangChain4j.onEachJdk(LangChain4j.versions());
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    private Span agent(String piece) {
        assertThat(run.trace(piece).all("invoke_agent")).hasSize(1);
        return run.trace(piece).all("invoke_agent").get(0);
    }

    @Test
    void theApplicationSaysTheSameWithAndWithout() {
        assertThat(run.alone.exit()).as(run.alone.told()).isZero();
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
        assertThat(run.traced.stderr().lines()).as(run.traced.told()).hasSize(1);
    }

    @Test
    void promptIsTheTemplateItWasMadeOfWithItsVariables() {
        Span agent = agent("prompts");
        assertThat(agent.text("clew.prompt.template")).isEqualTo("Write about {{topic}}");
        assertThat(agent.text("clew.prompt.system_template")).isEqualTo("You are {{who}}");
        assertThat(agent.text("gen_ai.prompt.variable.topic")).isEqualTo("dragons");
        assertThat(agent("fixedPrompt").text("clew.prompt.template")).isEqualTo("Say hello");
        assertThat(agent("givenPrompt").text("clew.prompt.template")).isEqualTo("Sing about {{topic}}");
    }

    @Test
    void textThatTheCallerGaveIsNoTemplate() {
        assertThat(agent("noPrompt").has("clew.prompt.template")).isFalse();
    }

    @Test
    void guardrailsVerdictIsAnEventOfTheAgent() {
        assumeThat(LangChain4j.isSince(version, 4)).as("there are none before").isTrue();
        assertThat(agent("input").events("clew.guardrail"))
                .containsExactly("guardrail=Rewrites rewritten=a nicer hi stage=input verdict=success_with_result");
        assertThat(run.shape("inputFatal"))
                .isEqualTo("invoke_agent Assistant ERROR dev.langchain4j.guardrail.InputGuardrailException\n");
        assertThat(agent("inputFatal").events("clew.guardrail"))
                .containsExactly("guardrail=Blocks message=not in my house stage=input verdict=fatal");
        assertThat(agent("inputThrows").events("clew.guardrail")).containsExactly(
                "guardrail=Throws message=java.lang.IllegalStateException: no rules stage=input verdict=error");
        assertThat(agent("output").events("clew.guardrail")).containsExactly(
                "guardrail=Again message=too short next=reprompt stage=output verdict=fatal",
                "guardrail=Again stage=output verdict=success");
        assertThat(run.trace("output").all("chat")).as("asked again").hasSize(2);
    }

    @Test
    void moderationIsACallAndAVerdict() {
        for (String piece : List.of("moderated", "flagged")) {
            assertThat(run.trace(piece).all("moderation")).singleElement()
                    .matches(call -> call.parent().equals(agent(piece).id()));
        }
        assertThat(agent("moderated").events("clew.guardrail")).containsExactly("guardrail=moderation verdict=success");
        assertThat(agent("flagged").events("clew.guardrail")).singleElement().asString().endsWith("verdict=flagged");
        assertThat(agent("flagged").text("error.type")).isEqualTo("dev.langchain4j.service.ModerationException");
        assertThat(run.shape("moderation")).isEqualTo("moderation\n");
    }

    @Test
    void agentsThatAnswerOtherTypesSayWhatTheModelSaid() {
        for (String piece : List.of("pojo", "result", "mood", "list", "yes")) {
            assertThat(run.shape(piece)).as(piece).isEqualTo("invoke_agent Typed\n  chat scripted-1\n");
        }
        assertThat(run.traces("nothing").isEmpty() ? "not in this version" : run.shape("nothing"))
                .isIn("not in this version", "invoke_agent Doer\n  chat scripted-1\n");
        assertThat(agent("mood").text("gen_ai.output.messages")).contains("GOOD");
        assertThat(agent("yes").text("gen_ai.output.messages")).contains("true");
        assumeThat(LangChain4j.isSince(version, 8)).as("agents say it themselves since 1.6").isTrue();
        assertThat(agent("pojo").text("gen_ai.output.messages")).contains("Ada");
        assertThat(agent("result").text("gen_ai.output.messages")).contains("Ada");
        assertThat(agent("list").text("gen_ai.output.messages")).contains("one");
    }

    @Test
    void tokensAreThoseOfEachRoundAndNotTheirSum() {
        assertThat(run.traced.stdout()).as("what the library adds up").contains("== resultWithTools\n30\n");
        assertThat(run.trace("resultWithTools").all("chat")).hasSize(2)
                .allMatch(chat -> chat.number("gen_ai.usage.input_tokens") == 10);
    }

    @Test
    void agentThatAFutureRunsIsOneTree() {
        assertThat(run.shape("future")).isEqualTo("invoke_agent Assistant\n  chat scripted-1\n");
    }
}
