package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised of workflows that are declared, of planners of the application's own, of persons and of errors. */
@ParameterizedClass(name = "langchain4j-agentic of {0}, {1}")
@MethodSource("runs")
class LangChain4jDeclaredTest {
    private final Pieces run;

    LangChain4jDeclaredTest(String version, Jdk jdk) {
        this.run = LangChain4j.run("Declared", version, jdk);
    }

    static List<Arguments> runs() throws IOException {
        return LangChain4j.onEachJdk(List.of("1.16.1"));
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Test
    void theApplicationSaysTheSameWithAndWithout() {
        assertThat(run.alone.exit()).as(run.alone.told()).isZero();
        assertThat(run.alone.stdout()).doesNotContain("threw");
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
        assertThat(run.traced.stderr().lines()).as(run.traced.told()).hasSize(1);
    }

    @Test
    void declaredPersonIsAnAgentThatWasAskedAndAnswered() {
        assertThat(run.shape("person")).isEqualTo("""
                invoke_workflow Publishing
                  invoke_agent Writer
                    chat scripted-1
                  invoke_agent Reader
                """);
        Span person = run.trace("person").all("invoke_agent").get(1);
        assertThat(person.events("clew.human.asked")).hasSize(1);
        assertThat(person.events("clew.human.answered")).containsExactly("answer=I like <Write about dragons>");
    }

    @Test
    void personThatNobodyWaitsForKeepsItsParent() {
        Tree tree = run.trace("slowPerson");
        Span person = tree.all("invoke_agent").stream().filter(agent -> agent.name().endsWith("SlowReader")).findFirst().orElseThrow();
        assertThat(person.parent()).isEqualTo(tree.roots().get(0).id());
        assertThat(person.events("clew.human.answered")).hasSize(1);
        assertThat(tree.all("invoke_agent")).hasSize(3);
    }

    @Test
    void declaredLoopHasItsRounds() {
        assertThat(run.shape("loop")).isEqualTo("""
                invoke_workflow Polishing
                  invoke_agent Editor
                    chat scripted-1
                  invoke_agent Editor
                    chat scripted-1
                """);
    }

    @Test
    void plannerOfTheApplicationsOwnTellsItsDecisions() {
        assertThat(run.shape("planner")).isEqualTo("""
                invoke_workflow Planned
                  invoke_agent Critic
                    chat scripted-1
                  invoke_agent Editor
                    chat scripted-1
                """);
        assertThat(run.trace("planner").roots().get(0).events("clew.decision")).containsExactly(
                "agents=Critic decision=call planner=ByName",
                "after=Critic agents=Editor decision=call planner=ByName",
                "after=Editor decision=done planner=ByName result=asked 2");
    }

    @Test
    void agentThatADeclaredHandlerTriesAgainIsASecondAgentAndADecision() {
        assertThat(run.shape("mended")).isEqualTo("""
                invoke_workflow Careful
                  invoke_agent Writer ERROR java.lang.IllegalStateException
                    chat scripted-1 ERROR java.lang.IllegalStateException
                  invoke_agent Writer
                    chat scripted-1
                  invoke_agent Editor
                    chat scripted-1
                """);
        assertThat(run.trace("mended").roots().get(0).events("clew.decision")).contains(
                "after=Writer decision=retry error=java.lang.IllegalStateException planner=error handler");
    }

    @Test
    void agentOfEachItemIsBelowTheWorkflow() {
        Tree tree = run.trace("each");
        assertThat(tree.roots()).hasSize(1);
        assertThat(tree.all("invoke_agent")).hasSize(3).allMatch(agent -> agent.parent().equals(tree.roots().get(0).id()));
        assertThat(tree.all("chat")).hasSize(3).allMatch(chat -> tree.byId(chat.parent()).is("invoke_agent"));
    }
}
