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

/** What is promised of Spring AI Alibaba's agents and graphs, from the oldest version to the newest. */
@ParameterizedClass(name = "spring-ai-alibaba {0}, {1}")
@MethodSource("runs")
class SpringAiAlibabaTest {
    private static final String SUM = """
            invoke_agent sums
              chat gpt-4o-mini
              execute_tool add
              chat gpt-4o-mini
            """;

    private final String version;
    private final Pieces run;

    SpringAiAlibabaTest(String version, Jdk jdk) {
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

    @Test
    void theApplicationSaysTheSameWithAndWithout() {
        assertThat(run.alone.exit()).as(run.alone.told()).isZero();
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
        assertThat(run.traced.stderr().lines().filter(line -> !line.startsWith("clew: tracing into ")).toList())
                .isEqualTo(run.alone.stderr().lines().toList());
    }

    // ---- one agent

    @ParameterizedTest
    @ValueSource(strings = {"agent", "stream", "streamElsewhere"})
    void agentIsOneSpanOverItsRoundsAndTools(String piece) {
        assertThat(run.calls(piece)).isEqualTo(SUM);
        Span agent = run.one(piece, "invoke_agent sums");
        assertThat(agent.text("gen_ai.agent.name")).isEqualTo("sums");
        assertThat(agent.text("gen_ai.agent.description")).isEqualTo("Is called sums");
        assertThat(agent.text("gen_ai.input.messages")).contains("What is 1 + 2?");
        assertThat(agent.text("gen_ai.output.messages")).contains("It is done.");
        assertThat(agent.text("gen_ai.system_instructions")).contains("You help.");
        assertThat(agent.text("gen_ai.tool.definitions")).contains("\"name\":\"add\"");
        assertThat(agent.has("gen_ai.conversation.id")).isFalse();
    }

    @Test
    void toolIsLinkedToTheCallThatAskedForItAndHasItsId() {
        List<Span> chats = run.trace("twoRounds").all("chat");
        List<Span> tools = run.trace("twoRounds").all("execute_tool");
        assertThat(chats).hasSize(3);
        assertThat(tools).extracting(tool -> tool.links("tool_call")).containsExactly(
                List.of(chats.get(0).id()), List.of(chats.get(1).id()), List.of(chats.get(1).id()));
        assertThat(tools).extracting(tool -> tool.text("gen_ai.tool.call.arguments"))
                .containsExactly("{\"a\":1,\"b\":2}", "{\"a\":3,\"b\":0}", "{\"a\":0,\"b\":3}");
        assertThat(tools).extracting(tool -> tool.text("gen_ai.tool.call.id")).doesNotContain("").doesNotHaveDuplicates();
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.parent()).isEqualTo(run.one("twoRounds", "invoke_agent sums").id());
            assertThat(tool.text("gen_ai.tool.call.result")).isEqualTo("3");
            assertThat(tool.text("gen_ai.tool.description")).isEqualTo("Adds two numbers");
        });
        assertThat(tools.get(0).text("clew.tool.reason")).isEqualTo("I need tools.");
    }

    @Test
    void failedToolFailsItsSpanAloneThoughTheModelGetsAnAnswer() {
        assertThat(run.calls("failingTool")).isEqualTo("""
                invoke_agent sums
                  chat gpt-4o-mini
                  execute_tool save ERROR java.lang.IllegalStateException
                  chat gpt-4o-mini
                """);
        assertThat(run.one("failingTool", "execute_tool save").json().path("statusMessage").asText()).isEqualTo("disk full");
    }

    @Test
    void toolThatTheModelMadeUpIsAFailedTool() {
        assertThat(run.calls("unknownTool")).isEqualTo("""
                invoke_agent sums ERROR java.lang.IllegalStateException
                  chat gpt-4o-mini
                  execute_tool fly ERROR unknown_tool
                """);
    }

    @Test
    void agentAsAToolIsBelowTheTool() {
        assertThat(run.calls("agentAsTool")).isEqualTo("""
                invoke_agent asker
                  chat gpt-4o-mini
                  execute_tool expert
                    invoke_agent expert
                      chat gpt-4o-mini
                  chat gpt-4o-mini
                """);
    }

    @Test
    void agentsOfOtherThreadsAreOtherTraces() {
        assertThat(run.traces("twoAtOnce")).extracting(tree -> Pieces.shape(tree).replaceAll("(?m)^ *POST.*\n", ""))
                .containsExactly(SUM.replace("add", "meet"), SUM.replace("add", "meet"));
    }

    @Test
    void toolsThatRunAtOnceAreEachUnderTheAgent() {
        assumeThat(version).as("it runs one after the other").isNotEqualTo("1.1.0.0");
        assertThat(run.calls("toolsAtOnce")).isEqualTo("""
                invoke_agent meeting
                  chat gpt-4o-mini
                  execute_tool meet
                  execute_tool meet
                  chat gpt-4o-mini
                """);
        assertThat(run.trace("toolsAtOnce").all("execute_tool")).allSatisfy(tool ->
                assertThat(tool.links("tool_call")).containsExactly(run.trace("toolsAtOnce").all("chat").get(0).id()));
    }

    @Test
    void cancelledStreamEndsTheSpanAndOneThatNobodyHeardHasNone() {
        assertThat(run.calls("streamCancelled")).isEqualTo("invoke_agent sums cancelled\n");
        assertThat(run.calls("streamStopped")).isEqualTo("invoke_agent endless cancelled\n  chat cancelled\n");
        assertThat(run.traces("streamNever")).as("nobody subscribed").isEmpty();
    }

    @Test
    void errorThatBecomesAMessageIsOnTheModelCall() {
        Span chat = run.trace("refused").all("chat").get(0);
        assertThat(chat.failed()).isTrue();
        assertThat(run.one("refused", "invoke_agent sums").failed()).as("it has answered").isFalse();
    }

    @Test
    void errorOfAStreamReachesTheApplication() {
        assertThat(run.traced.stdout()).contains("== streamRefused\nan error\n");
        assertThat(run.trace("streamRefused").all("chat").get(0).failed()).isTrue();
        assertThat(run.one("streamRefused", "invoke_agent sums").failed()).isTrue();
    }

    @Test
    void personWhoIsAskedIsAnEventAndSoIsTheAnswer() {
        assertThat(run.calls("interrupted")).isEqualTo("invoke_agent sums\n  chat gpt-4o-mini\n");
        Span asked = run.one("interrupted", "invoke_agent sums");
        assertThat(asked.events("clew.human.asked")).singleElement().asString().contains("tools=add: {\"a\":1,\"b\":2}");
        assertThat(run.calls("resumed")).isEqualTo("invoke_agent sums\n  execute_tool add\n  chat gpt-4o-mini\n");
        Span answered = run.one("resumed", "invoke_agent sums");
        assertThat(answered.events("clew.human.answered")).containsExactly("answer=add: approved");
        assertThat(List.of(asked, answered)).allSatisfy(agent ->
                assertThat(agent.text("gen_ai.conversation.id")).isEqualTo("approval-1"));
    }

    // ---- several agents

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "streamSequential"})
    void sequenceIsAWorkflowOfItsAgents(String piece) {
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
    void flowInAFlowIsAWorkflowInAWorkflow() {
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
    void eachTurnOfALoopIsARunOfItsAgent(String piece) {
        assertThat(run.calls(piece)).isEqualTo("""
                invoke_workflow again
                  invoke_agent writer
                    chat gpt-4o-mini
                  invoke_agent writer
                    chat gpt-4o-mini
                """);
        assertThat(run.trace(piece).all("invoke_agent")).allSatisfy(agent ->
                assertThat(agent.text("gen_ai.output.messages")).contains("a poem"));
        List<String> decisions = run.one(piece, "invoke_workflow again").events("clew.decision");
        assertThat(decisions).hasSize(3);
        assertThat(decisions.subList(0, 2)).allSatisfy(decision -> assertThat(decision).contains("agents=writer decision=call"));
        assertThat(decisions.get(2)).contains("decision=done");
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
    void failedNodeFailsTheRunAndTheErrorReachesTheApplicationUnchanged() {
        assertThat(run.traced.stdout()).contains("== failingNode\nthe same: true\n");
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
