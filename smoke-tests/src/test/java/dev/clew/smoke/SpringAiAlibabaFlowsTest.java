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

/** What is promised of Spring AI Alibaba's flows of several agents, graphs and stores, from the oldest version to the newest. */
@ParameterizedClass(name = "spring-ai-alibaba {0}, {1}")
@MethodSource("runs")
class SpringAiAlibabaFlowsTest implements WorkflowContract, MemoryContract {
    private final String version;
    private final Pieces run;

    SpringAiAlibabaFlowsTest(String version, Jdk jdk) {
        this.version = version;
        this.run = SpringAi.run("spring-ai-alibaba", "com.example.alibaba.Agents", version, jdk);
    }

    static List<Arguments> runs() throws IOException {
        return Pieces.onEachJdk(SpringAi.versions("spring-ai-alibaba"));
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
        return List.of("sequential", "streamSequential");
    }

    @Override
    public List<String> parallels() {
        return List.of("parallel", "streamParallel");
    }

    @Override
    public List<String> loops() {
        return List.of("loop", "streamLoop");
    }

    @Override
    public List<String> choices() {
        return List.of("routing");
    }

    @Override
    public List<String> nested() {
        return List.of("nested");
    }

    @Override
    public List<String> workflowsThatFail() {
        return List.of("failingNode");
    }

    @Override
    public List<String> memoriesByThemselves() {
        return List.of("store");
    }

    @Override
    public List<String> memoriesThatAreRead() {
        return List.of("store");
    }

    @Override
    public List<List<String>> memoriesThatLetGo() {
        return FrameworkContract.none("a store keeps what it is given");
    }

    @Override
    public List<String> memoriesOfAnAgent() {
        return FrameworkContract.none("no piece yet");
    }

    @Override
    public List<String> writesThatFail() {
        return FrameworkContract.none("no piece yet");
    }

    // ---- several agents

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "streamSequential"})
    void sequenceSaysWhatWentInAndCameOut(String piece) {
        assertThat(run.calls(piece)).isEqualTo("""
                invoke_workflow sequence
                  invoke_agent writer
                    chat gpt-4o-mini
                  invoke_agent reviewer
                    chat gpt-4o-mini
                """);
        Span workflow = run.one(piece, "invoke_workflow sequence");
        assertThat(workflow.text("gen_ai.input.messages")).contains("Go");
        assertThat(workflow.text("gen_ai.output.messages")).contains("fine");
        assertThat(workflow.events("clew.state.write")).contains("key=poem value=a poem", "key=review value=fine");
        assertThat(run.one(piece, "invoke_agent writer").text("gen_ai.output.messages")).contains("a poem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parallel", "streamParallel"})
    void parallelAgentsAreInOneTree(String piece) {
        assertThat(run.calls(piece).lines().sorted().toList()).isEqualTo("""
                invoke_workflow parallel
                  invoke_agent writer
                    chat gpt-4o-mini
                  invoke_agent reviewer
                    chat gpt-4o-mini
                """.lines().sorted().toList());
        Span workflow = run.one(piece, "invoke_workflow parallel");
        for (String name : List.of("writer", "reviewer")) {
            Span agent = run.one(piece, "invoke_agent " + name);
            assertThat(agent.parent()).isEqualTo(workflow.id());
            assertThat(run.trace(piece).all("chat")).filteredOn(chat -> chat.parent().equals(agent.id())).hasSize(1);
        }
    }

    @Test
    void flowInAFlowHasItsOwnAgents() {
        assertThat(run.calls("nested")).isEqualTo("""
                invoke_workflow outer
                  invoke_workflow inner
                    invoke_agent writer
                      chat gpt-4o-mini
                    invoke_agent reviewer
                      chat gpt-4o-mini
                  invoke_agent editor
                    chat gpt-4o-mini
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loop", "streamLoop"})
    void turnOfALoopSaysWhatItAnswered(String piece) {
        assertThat(run.calls(piece)).isEqualTo("""
                invoke_workflow again
                  invoke_agent writer
                    chat gpt-4o-mini
                  invoke_agent writer
                    chat gpt-4o-mini
                """);
        assertThat(run.trace(piece).all("invoke_agent")).allSatisfy(agent ->
                assertThat(agent.text("gen_ai.output.messages")).contains("a poem"));
    }

    @Test
    void routersDecisionIsAnEventAndAHandOff() {
        assertThat(run.calls("routing")).startsWith("""
                invoke_workflow router
                  chat gpt-4o-mini
                  invoke_agent writer
                    chat gpt-4o-mini
                """);
        assertThat(run.trace("routing").all("invoke_agent")).hasSize(1);
        Span workflow = run.one("routing", "invoke_workflow router");
        assertThat(workflow.events("clew.decision")).singleElement().asString()
                .contains("agents=writer", "decision=call", "planner=router");
        assertThat(run.one("routing", "invoke_agent writer").links("handoff"))
                .containsExactly(run.trace("routing").all("chat").get(0).id());
        assertThat(run.one("routing", "invoke_agent writer").text("clew.tool.reason")).as("the model's words").contains("writer");
    }

    @Test
    void routerHandsOverToSeveralAtOnce() {
        assumeThat(version).as("it knows one alone").isNotEqualTo("1.1.0.0");
        assertThat(run.one("routingBoth", "invoke_workflow router").events("clew.decision")).singleElement().asString()
                .contains("agents=writer, reviewer");
        for (String name : List.of("writer", "reviewer")) {
            Span agent = run.one("routingBoth", "invoke_agent " + name);
            assertThat(agent.parent()).isEqualTo(run.one("routingBoth", "invoke_workflow router").id());
            assertThat(agent.links("handoff")).containsExactly(run.trace("routingBoth").all("chat").get(0).id());
        }
    }

    @Test
    void supervisorsLeadingAgentHandsOver() {
        assumeThat(version).as("only this one has it").isEqualTo("1.1.2.0");
        assertThat(run.calls("supervisor")).isEqualTo("""
                invoke_workflow boss
                  invoke_agent head
                    chat gpt-4o-mini
                  invoke_agent writer
                    chat gpt-4o-mini
                  invoke_agent head
                    chat gpt-4o-mini
                """);
        assertThat(run.one("supervisor", "invoke_agent writer").links("handoff"))
                .containsExactly(run.trace("supervisor").all("invoke_agent").get(0).id());
    }

    @Test
    void supervisorDecidesBeforeEachAgentAndAtTheEnd() {
        assumeThat(version).as("later ones have another supervisor, or none").startsWith("1.1.0.");
        assertThat(run.calls("supervisor")).isEqualTo("""
                invoke_workflow boss
                  chat gpt-4o-mini
                  invoke_agent writer
                    chat gpt-4o-mini
                  chat gpt-4o-mini
                """);
        assertThat(run.one("supervisor", "invoke_workflow boss").events("clew.decision"))
                .containsExactly("after=boss agents=writer decision=call planner=boss", "after=boss decision=done planner=boss");
        assertThat(run.one("supervisor", "invoke_agent writer").links("handoff"))
                .containsExactly(run.trace("supervisor").all("chat").get(0).id());
    }

    // ---- graphs

    @Test
    void graphIsAWorkflowItsNodesAreStepsAndItsConditionsDecisions() {
        List<String> shape = run.calls("graph").lines().toList();
        assertThat(shape.subList(0, 3)).containsExactly("invoke_workflow desk", "  execute_step read", "  execute_step big");
        assertThat(shape.subList(3, 5)).containsExactlyInAnyOrder("  execute_step count", "  execute_step shout");
        assertThat(shape.subList(5, shape.size())).containsExactly("  execute_step join");
        Span workflow = run.one("graph", "invoke_workflow desk");
        assertThat(workflow.text("gen_ai.input.messages")).contains("topic: whales");
        assertThat(workflow.text("gen_ai.output.messages")).contains("kind: big", "shout: WHALES").doesNotContain("topic");
        assertThat(workflow.events("clew.decision")).containsExactly("after=read agents=big decision=call planner=desk");
    }

    @Test
    void stateIsReadAndWrittenByTheSteps() {
        assertThat(run.one("graph", "execute_step read").events("clew.state.read")).contains("key=topic value=whales");
        assertThat(run.one("graph", "execute_step read").events("clew.state.write")).containsExactly("key=size value=6");
        assertThat(run.one("graph", "execute_step big").events("clew.state.write")).containsExactly("key=kind value=big");
        assertThat(run.one("graph", "execute_step shout").events("clew.state.read")).containsExactly("key=topic value=whales");
        assertThat(run.one("graph", "execute_step shout").events("clew.state.write")).containsExactly("key=shout value=WHALES");
        assertThat(run.one("graph", "invoke_workflow desk").events("clew.state.write")).as("the steps have told").isEmpty();
    }

    @Test
    void whatANodeAsksIsBelowItOnWhateverThread() {
        assertThat(run.calls("graphAsks")).isEqualTo("""
                invoke_workflow asking
                  execute_step ask
                    invoke_agent
                      chat gpt-4o-mini
                  execute_step later
                    invoke_agent
                      chat gpt-4o-mini
                  execute_step after
                    invoke_agent
                      chat gpt-4o-mini
                """);
    }

    @Test
    void nodeLastsAsLongAsItsStream() {
        assertThat(run.calls("graphStreams")).isEqualTo("""
                invoke_workflow streaming
                  execute_step tell
                    invoke_agent
                      chat gpt-4o-mini
                  execute_step after
                    invoke_agent
                      chat gpt-4o-mini
                """);
        assertThat(run.trace("graphStreams").all("chat").get(0).end())
                .isLessThanOrEqualTo(run.one("graphStreams", "execute_step tell").end());
        assertThat(run.one("graphStreams", "execute_step tell").end())
                .isLessThanOrEqualTo(run.one("graphStreams", "execute_step after").start());
    }

    @Test
    void graphsAndAgentsAsNodesAreNoSteps() {
        assertThat(run.calls("subGraphs").replaceAll("(?m)^    execute_step (count|shout)\n", "")).isEqualTo("""
                invoke_workflow outer
                  invoke_workflow desk
                    execute_step read
                    execute_step big
                    execute_step join
                  invoke_agent writer
                    chat gpt-4o-mini
                  execute_step after
                """);
    }

    @Test
    void graphThatStopsBeforeANodeAndGoesOnSaysSo() {
        assertThat(run.calls("graphInterrupted")).isEqualTo("invoke_workflow stopping\n  execute_step draft\n");
        assertThat(run.one("graphInterrupted", "invoke_workflow stopping").events("clew.human.asked")).containsExactly("node=draft");
        assertThat(run.calls("graphResumed")).isEqualTo("invoke_workflow stopping\n  execute_step send\n");
        assertThat(run.one("graphResumed", "invoke_workflow stopping").events("clew.human.answered")).hasSize(1);
    }

    @Test
    void failedNodeHasTheErrorAndSoHasTheRun() {
        assertThat(run.calls("failingNode")).isEqualTo("""
                invoke_workflow failing ERROR java.lang.IllegalStateException
                  execute_step print ERROR java.lang.IllegalStateException
                """);
    }

    @Test
    void storeIsAMemory() {
        assertThat(run.traces("store")).extracting(Pieces::shape)
                .containsExactly("upsert_memory\n", "search_memory\n", "search_memory\n", "delete_memory\n");
        Span read = run.traces("store").get(1).spans().get(0);
        assertThat(read.text("gen_ai.memory.store.id")).isEqualTo("users/7");
        assertThat(read.text("gen_ai.memory.records")).contains("likes.animal: whales", "likes.since: 2020");
        assertThat(read.links("memory")).containsExactly(run.traces("store").get(0).spans().get(0).id());
    }
}
