package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is promised of several agents that work together. */
interface WorkflowContract extends FrameworkContract {
    /** In each agents work one after the other, on what the one before wrote. */
    List<String> sequences();

    /** In each two agents work at once. */
    List<String> parallels();

    /** In each one agent is asked several times, until it is enough. */
    List<String> loops();

    /** In each one of several agents is chosen. */
    List<String> choices();

    /** In each a workflow is a part of another. */
    List<String> nested();

    /** In each a part throws. */
    List<String> workflowsThatFail();

    @Test
    default void agentsOfASequenceAreBelowTheWorkflow() {
        each(sequences(), tree -> {
            Span workflow = workflow(tree);
            List<Span> agents = tree.all("invoke_agent");
            assertThat(agents).hasSizeGreaterThan(1).allMatch(agent -> agent.parent().equals(workflow.id()));
            assertThat(agents).extracting(Span::name).doesNotHaveDuplicates();
            oneAfterTheOther(agents);
            callsAreTheAgents(tree);
            FrameworkContract.endsLast(tree, workflow);
        });
    }

    @Test
    default void whatAgentsShareIsTold() {
        each(sequences(), tree -> assertThat(workflow(tree).events("clew.state.write")).hasSizeGreaterThan(1)
                .allSatisfy(write -> assertThat(write).startsWith("key=").contains(" value=")));
    }

    @Test
    default void parallelAgentsKeepTheirParent() {
        each(parallels(), tree -> {
            Span workflow = workflow(tree);
            assertThat(tree.all("invoke_agent")).hasSize(2).allSatisfy(agent -> {
                assertThat(agent.parent()).isEqualTo(workflow.id());
                assertThat(FrameworkContract.below(tree, agent, "chat")).hasSize(1);
            });
            callsAreTheAgents(tree);
            FrameworkContract.endsLast(tree, workflow);
        });
    }

    @Test
    default void eachTurnOfALoopIsAnAgentOfItsOwn() {
        each(loops(), tree -> {
            Span workflow = workflow(tree);
            List<Span> turns = tree.all("invoke_agent");
            assertThat(turns).hasSize(2).allMatch(turn -> turn.parent().equals(workflow.id()));
            assertThat(turns).extracting(Span::name).containsOnly(turns.get(0).name());
            oneAfterTheOther(turns);
            callsAreTheAgents(tree);
            List<String> decisions = workflow.events("clew.decision");
            assertThat(decisions).as("a decision a turn, and one to stop").hasSize(3).last().asString().contains("decision=done");
            assertThat(decisions.subList(0, 2)).allMatch(decision -> decision.contains("agents=" + agent(turns.get(0)) + " decision=call"));
        });
    }

    @Test
    default void choiceIsTheAgentThatWasChosenAndADecision() {
        each(choices(), tree -> {
            Span workflow = workflow(tree);
            assertThat(tree.all("invoke_agent")).singleElement().matches(agent -> agent.parent().equals(workflow.id()));
            assertThat(workflow.events("clew.decision").get(0))
                    .contains("agents=" + agent(tree.all("invoke_agent").get(0)) + " decision=call");
        });
    }

    @Test
    default void workflowInAWorkflowIsBelowIt() {
        each(nested(), tree -> {
            assertThat(tree.all("invoke_workflow")).hasSize(2);
            Span inner = tree.all("invoke_workflow").get(1);
            assertThat(inner.parent()).isEqualTo(workflow(tree).id());
            assertThat(FrameworkContract.below(tree, inner, "invoke_agent")).hasSize(2);
            assertThat(FrameworkContract.below(tree, workflow(tree), "invoke_agent")).hasSize(1);
            assertThat(tree.all("invoke_agent")).hasSize(3);
            callsAreTheAgents(tree);
        });
    }

    @Test
    default void errorOfAPartFailsTheWorkflowAndReachesTheApplicationUnchanged() {
        each(workflowsThatFail(), tree -> {
            assertThat(workflow(tree).failed()).isTrue();
            assertThat(tree.spans()).as("the real cause everywhere")
                    .hasSizeGreaterThan(1).allMatch(Span::failed)
                    .extracting(span -> span.text("error.type")).doesNotContain("").containsOnly(workflow(tree).text("error.type"));
        });
        for (String piece : workflowsThatFail()) {
            assertThat(said(piece)).contains("the same: true");
        }
    }

    private static Span workflow(Tree tree) {
        assertThat(tree.roots()).singleElement().matches(root -> root.is("invoke_workflow"));
        return tree.roots().get(0);
    }

    private static String agent(Span span) {
        return span.text("gen_ai.agent.name");
    }

    private static void callsAreTheAgents(Tree tree) {
        assertThat(tree.all("chat")).isNotEmpty().allMatch(chat -> tree.byId(chat.parent()).is("invoke_agent"));
    }

    private static void oneAfterTheOther(List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            assertThat(FrameworkContract.ended(spans.get(i - 1))).isLessThanOrEqualTo(FrameworkContract.began(spans.get(i)));
        }
    }
}
