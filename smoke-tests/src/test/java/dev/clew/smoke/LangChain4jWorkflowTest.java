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

/** What is promised of LangChain4j's workflows, on the oldest and the newest version of its agentic module. */
@ParameterizedClass(name = "langchain4j-agentic of {0}, {1}")
@MethodSource("runs")
class LangChain4jWorkflowTest implements WorkflowContract {
    private static final List<String> WITH_AGENTIC = List.of("1.10.0", "1.16.1");

    private final String version;
    private final Pieces run;

    LangChain4jWorkflowTest(String version, Jdk jdk) {
        this.version = version;
        this.run = LangChain4j.run("Workflows", version, jdk);
    }

    static List<Arguments> runs() throws IOException {
        return LangChain4j.onEachJdk(LangChain4j.versions().stream().filter(WITH_AGENTIC::contains).toList());
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
    public List<String> sequences() {
        return List.of("sequence");
    }

    @Override
    public List<String> parallels() {
        return List.of("parallel");
    }

    @Override
    public List<String> loops() {
        return List.of("loop");
    }

    @Override
    public List<String> choices() {
        return List.of("conditional");
    }

    @Override
    public List<String> nested() {
        return List.of("nested");
    }

    @Override
    public List<String> workflowsThatFail() {
        return List.of("error");
    }

    @Test
    void agentOfASequenceSaysWhatItIsAndWhatItWasAsked() {
        assertThat(run.shape("sequence")).isEqualTo("""
                invoke_workflow Sequence
                  invoke_agent Writer
                    chat scripted-1
                  invoke_agent Editor
                    chat scripted-1
                  invoke_agent Stamp
                """);
        Span writer = run.trace("sequence").all("invoke_agent").get(0);
        assertThat(writer.text("gen_ai.agent.description")).isEqualTo("Writes");
        assertThat(writer.text("gen_ai.input.messages")).contains("Write about dragons");
        assertThat(writer.text("gen_ai.output.messages")).contains("<Write about dragons>");
    }

    @Test
    void toolIsUnderTheWorkflowsAgent() {
        assertThat(run.shape("tools")).isEqualTo("""
                invoke_workflow Tools
                  invoke_agent Writer
                    chat scripted-1
                    execute_tool add
                    chat scripted-1
                """);
    }

    @Test
    void parallelAgentsAreTheTwoThatWereAsked() {
        Tree tree = run.trace("parallel");
        isTogether(tree, tree.roots().get(0));
    }

    @Test
    void workflowInAWorkflowHasItsOwnAgents() {
        Tree tree = run.trace("nested");
        assertThat(tree.all("invoke_workflow")).extracting(Span::name)
                .containsExactly("invoke_workflow Outer", "invoke_workflow Together");
        isTogether(tree, tree.all("invoke_workflow").get(1));
    }

    private static void isTogether(Tree tree, Span workflow) {
        assertThat(tree.all("invoke_agent")).filteredOn(agent -> agent.parent().equals(workflow.id()))
                .extracting(Span::name).containsExactlyInAnyOrder("invoke_agent Editor", "invoke_agent Critic");
        assertThat(tree.all("chat")).allMatch(chat -> tree.byId(chat.parent()).is("invoke_agent"));
    }

    @Test
    void loopAsksOneAgent() {
        assertThat(run.shape("loop")).isEqualTo("""
                invoke_workflow Loop
                  invoke_agent Editor
                    chat scripted-1
                  invoke_agent Editor
                    chat scripted-1
                """);
    }

    @Test
    void conditionalShowsTheAgentThatWasChosen() {
        assertThat(run.shape("conditional")).isEqualTo("""
                invoke_workflow Router
                  invoke_agent Critic
                    chat scripted-1
                """);
    }

    @Test
    void supervisorShowsItsPlanning() {
        assertThat(run.shape("supervisor")).isEqualTo("""
                invoke_workflow Boss
                  invoke_agent PlannerAgent
                    create_memory
                    search_memory
                    create_memory
                    chat scripted-1
                    create_memory
                  invoke_agent Writer
                    chat scripted-1
                  invoke_agent PlannerAgent
                    search_memory
                    create_memory
                    chat scripted-1
                    create_memory
                """);
        // the library makes up an id for its memory
        assertThat(run.trace("supervisor").spans()).noneMatch(span -> span.has("gen_ai.conversation.id"));
    }

    @Test
    void asyncAgentKeepsItsParent() {
        Tree tree = run.trace("async");
        assertThat(tree.all("invoke_agent")).hasSize(2)
                .allMatch(agent -> agent.parent().equals(tree.roots().get(0).id()));
        assertThat(tree.all("chat")).allMatch(chat -> tree.byId(chat.parent()).is("invoke_agent"));
    }

    @Test
    void errorOfAModelIsItsAgentsAndTheWorkflows() {
        assertThat(run.shape("error")).isEqualTo("""
                invoke_workflow Broken ERROR java.lang.IllegalArgumentException
                  invoke_agent Writer ERROR java.lang.IllegalArgumentException
                    chat scripted-1 ERROR java.lang.IllegalArgumentException
                """);
    }

    private List<String> events(String piece, String name) {
        Span workflow = run.trace(piece).all("invoke_workflow").get(0);
        return workflow.events(name);
    }

    @Test
    void plannersDecisionsAreEventsOfTheirWorkflow() {
        assertThat(events("sequence", "clew.decision")).containsExactly(
                "agents=Writer decision=call planner=SequentialPlanner",
                "after=Writer agents=Editor decision=call planner=SequentialPlanner",
                "after=Editor agents=Stamp decision=call planner=SequentialPlanner",
                "after=Stamp decision=done planner=SequentialPlanner");
        assertThat(events("parallel", "clew.decision").get(0)).startsWith("agents=Editor, Critic decision=call");
        assertThat(events("conditional", "clew.decision").get(0)).startsWith("agents=Critic decision=call");
        assertThat(events("loop", "clew.decision")).hasSize(3).last().isEqualTo("after=Editor decision=done planner=LoopPlanner");
        assertThat(events("supervisor", "clew.decision")).hasSize(2);
        // each workflow its own
        assertThat(run.trace("nested").all("invoke_workflow").get(1).events("clew.decision").get(0))
                .startsWith("agents=Editor, Critic");
    }

    @Test
    void whatAgentsShareIsReadAndWritten() {
        assertThat(events("sequence", "clew.state.write")).containsExactly(
                "key=topic value=dragons",
                "key=story value=<Write about dragons>",
                "key=story value=<Edit <Write about dragons>>",
                "key=stamped value=<Edit <Write about dragons>> (stamped)");
        assertThat(events("sequence", "clew.state.read")).contains("key=topic value=dragons", "key=story value=<Write about dragons>");
        // an agent that is still at work is told by its type, and again when its value is there
        assertThat(events("async", "clew.state.write")).anyMatch(event -> event.startsWith("key=story type="))
                .contains("key=story value=<Write about dragons>");
    }

    @Test
    void agentThatIsTriedAgainIsASecondAgentAndADecision() {
        assertThat(run.shape("retried")).isEqualTo("""
                invoke_workflow Retried
                  invoke_agent Writer ERROR java.lang.IllegalStateException
                    chat scripted-1 ERROR java.lang.IllegalStateException
                  invoke_agent Writer
                    chat scripted-1
                """);
        assertThat(events("retried", "clew.decision"))
                .contains("after=Writer decision=retry error=java.lang.IllegalStateException planner=error handler");
    }

    @Test
    void personIsAnAgentThatWasAskedAndAnswered() {
        assumeThat(LangChain4j.isSince(version, 16)).as("people are asked in another way before").isTrue();
        Span person = run.trace("human").all("invoke_agent").get(1);
        assertThat(person.events("clew.human.asked")).hasSize(1);
        assertThat(person.events("clew.human.answered")).containsExactly("answer=I like <Write about dragons>");
        assertThat(person.events("clew.state.read")).containsExactly("key=story value=<Write about dragons>");
    }

    @Test
    void streamedAgentOfAWorkflowGoesOn() {
        assumeThat(LangChain4j.isSince(version, 16)).as("workflows don't stream before").isTrue();
        assertThat(run.shape("streamed")).isEqualTo("""
                invoke_workflow Streamed
                  invoke_agent StreamingWriter
                    chat scripted-1
                    execute_tool add
                    chat scripted-1
                """);
        Span workflow = run.trace("streamed").all("invoke_workflow").get(0);
        for (Span span : run.trace("streamed").spans()) {
            assertThat(span.json().path("endTimeUnixNano").asLong())
                    .as("the workflow ends last: after " + span.name())
                    .isLessThanOrEqualTo(workflow.json().path("endTimeUnixNano").asLong());
        }
    }
}
