package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised of LangChain4j's workflows where its agentic module began. */
@ParameterizedClass(name = "langchain4j-agentic of {0}, {1}")
@MethodSource("runs")
class LangChain4jOlderTest {
    private final Pieces run;

    LangChain4jOlderTest(String version, Jdk jdk) {
        this.run = LangChain4j.run("Older", version, jdk);
    }

    static List<Arguments> runs() {
        return List.of(Arguments.of(LangChain4j.OLDEST_AGENTIC, Jdk.all().get(0)));
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Test
    void theApplicationSaysTheSameWithAndWithout() {
        assertThat(run.alone.exit()).as(run.alone.told()).isZero();
        assertThat(run.alone.stdout()).doesNotContain("threw", "not in this version");
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
        assertThat(run.traced.stderr().lines()).as(run.traced.told()).hasSize(1);
    }

    @Test
    void agentsOfASequenceAreBelowItAndEachIsOneSpan() {
        assertThat(run.shape("sequence")).isEqualTo("""
                invoke_workflow
                  invoke_agent Writer
                    chat scripted-1
                  invoke_agent Editor
                    chat scripted-1
                  invoke_agent Stamp
                """);
        Span writer = run.trace("sequence").all("invoke_agent").get(0);
        assertThat(writer.text("gen_ai.agent.description")).isEqualTo("Writes");
        assertThat(writer.text("gen_ai.output.messages")).contains("<Write about dragons>");
        assertThat(run.trace("sequence").roots().get(0).events("clew.state.write")).contains(
                "key=topic value=dragons", "key=story value=<Write about dragons>");
        assertThat(run.shape("tools")).isEqualTo("""
                invoke_workflow
                  invoke_agent Writer
                    chat scripted-1
                    execute_tool add
                    chat scripted-1
                """);
    }

    @Test
    void workflowInAWorkflowIsOneSpanAndItsParallelAgentsKeepTheirParent() {
        Tree tree = run.trace("nested");
        assertThat(tree.all("invoke_workflow")).hasSize(2);
        Span inner = tree.all("invoke_workflow").get(1);
        assertThat(inner.parent()).isEqualTo(tree.roots().get(0).id());
        assertThat(tree.all("invoke_agent")).hasSize(3).filteredOn(agent -> agent.parent().equals(inner.id()))
                .extracting(Span::name).containsExactlyInAnyOrder("invoke_agent Editor", "invoke_agent Critic");
        assertThat(tree.all("chat")).allMatch(chat -> tree.byId(chat.parent()).is("invoke_agent"));
    }

    @Test
    void everyRoundOfALoopIsAnAgentOfItsOwn() {
        assertThat(run.shape("loop")).isEqualTo("""
                invoke_workflow
                  invoke_agent Editor
                    chat scripted-1
                  invoke_agent Editor
                    chat scripted-1
                """);
    }

    @Test
    void supervisorShowsItsPlanning() {
        assertThat(run.trace("supervisor").all("invoke_agent")).extracting(Span::name)
                .containsExactly("invoke_agent PlannerAgent", "invoke_agent Writer", "invoke_agent PlannerAgent");
    }

    @Test
    void errorReachesTheApplicationUnchangedAndIsTheSpansRealCause() {
        assertThat(run.traced.stdout()).contains("the same: true");
        assertThat(run.shape("error")).isEqualTo("""
                invoke_workflow ERROR java.lang.IllegalArgumentException
                  invoke_agent Writer ERROR java.lang.IllegalArgumentException
                    chat scripted-1 ERROR java.lang.IllegalArgumentException
                """);
    }
}
