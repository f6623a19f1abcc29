package dev.clew.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.context.Current;
import dev.clew.hook.Layer;
import dev.clew.read.SpanNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations as a plugin uses them, seen in the journal that comes of it. */
class OperationsTest {
    @TempDir
    Path folder;

    private Core core;

    @BeforeEach
    void start() {
        core = new Core(folder, "");
    }

    private static ModelRequest request(String model, String text) {
        ModelRequest request = new ModelRequest();
        request.model = model;
        request.messages = List.of(Message.of("user", text));
        return request;
    }

    private static ModelResponse response(Long in, Long out, Part... parts) {
        ModelResponse response = new ModelResponse();
        response.inputTokens = in;
        response.outputTokens = out;
        response.messages = List.of(new Message("assistant", List.of(parts), "stop"));
        return response;
    }

    private SpanNode only(String name) throws Exception {
        List<SpanNode> found = core.spans().stream().filter(s -> s.name().equals(name)).toList();
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    /** Before the folder is deleted. */
    @AfterEach
    void end() {
        core.close();
    }

    @Test
    void workflowAgentChatAndToolFormOneTree() throws Exception {
        WorkflowRun workflow = WorkflowRun.start("ship it");
        AgentRun agent = AgentRun.start("writer");
        LlmCall chat = LlmCall.start(this, "openai", "gpt-x");
        chat.response(Layer.MODEL, () -> response(
                10L, 5L, Part.text("I look it up"), Part.toolCall("call_1", "search", "{\"q\":\"oslo\"}")));
        chat.close(null);
        ToolCall tool = ToolCall.start("search", "call_1", "{\"q\":\"oslo\"}");
        tool.result(() -> "Norway");
        tool.close(null);
        agent.close(null);
        workflow.close(null);
        assertThat(Operation.current()).isNull();

        List<SpanNode> spans = core.spans();
        assertThat(spans).extracting(SpanNode::name)
                .containsExactly("invoke_workflow ship it", "invoke_agent writer", "chat gpt-x", "execute_tool search");
        SpanNode toolSpan = spans.get(3);
        assertThat(toolSpan.parentSpanId()).isEqualTo(spans.get(1).spanId());
        assertThat(toolSpan.text("clew.tool.reason")).isEqualTo("I look it up");
        assertThat(toolSpan.text("gen_ai.tool.call.result")).isEqualTo("Norway");
        assertThat(toolSpan.links()).singleElement().satisfies(link -> {
            assertThat(link.spanId()).isEqualTo(spans.get(2).spanId());
            assertThat(link.attributes()).containsEntry("clew.link", "tool_call");
        });
        assertThat(spans.get(2).number("gen_ai.usage.input_tokens")).isEqualTo(10);
        assertThat(spans).extracting(SpanNode::traceId).containsOnly(spans.get(0).traceId());
    }

    @Test
    void theOuterLayersWordCountsAndTheInnerOneFillsTheGaps() throws Exception {
        LlmCall chat = LlmCall.start(this, null, null);
        chat.request(Layer.HTTP, () -> {
            ModelRequest wire = request("gpt-wire", "wire text");
            wire.temperature = 0.5;
            wire.provider = "openai";
            return wire;
        });
        chat.request(Layer.MODEL, () -> request("gpt-framework", "framework text"));
        chat.response(Layer.HTTP, () -> {
            ModelResponse wire = response(100L, 50L, Part.text("wire"));
            wire.cacheReadTokens = 7L;
            return wire;
        });
        chat.response(Layer.MODEL, () -> response(10L, null, Part.text("framework")));
        chat.close(null);

        SpanNode span = only("chat gpt-framework");
        assertThat(span.text("gen_ai.input.messages")).contains("framework text").doesNotContain("wire");
        assertThat(span.attributes()).containsEntry("gen_ai.request.temperature", 0.5)
                .containsEntry("gen_ai.provider.name", "openai")
                .containsEntry("gen_ai.usage.input_tokens", 10L)
                .containsEntry("gen_ai.usage.output_tokens", 50L)
                .containsEntry("gen_ai.usage.cache_read.input_tokens", 7L);
    }

    @Test
    void whatWasNotReportedIsNotThere() throws Exception {
        LlmCall.start(this, "openai", "m").close(null);
        assertThat(only("chat m").attributes())
                .doesNotContainKeys("gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens", "gen_ai.request.temperature",
                        "gen_ai.response.finish_reasons", "gen_ai.output.messages");
    }

    @Test
    void anAttemptIsAChildOfItsOwnerAndTellsOfARetry() throws Exception {
        LlmCall chat = LlmCall.start(this, "openai", "m");
        HttpAttempt first = HttpAttempt.start("POST", URI.create("https://user:pw@api.openai.com/v1/chat?key=abc"), LlmCall.owner());
        first.status(429);
        first.headers(() -> Map.of("retry-after", "3", "set-cookie", "secret=1", "x-ratelimit-remaining-tokens", "0"));
        first.end(null);
        HttpAttempt second = HttpAttempt.start("POST", URI.create("https://api.openai.com/v1/chat"), LlmCall.owner());
        second.resend(1);
        second.status(200);
        second.end(null);
        chat.close(null);

        List<SpanNode> spans = core.spans();
        assertThat(spans).extracting(SpanNode::name).containsExactly("chat m", "POST", "POST");
        assertThat(spans.get(0).isError()).isFalse();
        SpanNode failed = spans.get(1);
        assertThat(failed.isError()).isTrue();
        assertThat(failed.attributes()).containsEntry("error.type", "429")
                .containsEntry("http.response.status_code", 429L)
                .containsEntry("url.full", "https://api.openai.com/v1/chat")
                .containsKey("http.response.header.retry-after")
                .doesNotContainKey("http.response.header.set-cookie");
        assertThat(spans.get(2).attributes()).containsEntry("http.request.resend_count", 1L);
    }

    @Test
    void theErrorIsNamedWithoutItsWrappersAndWithoutItsSecrets() throws Exception {
        LlmCall chat = LlmCall.start(this, "openai", "m");
        chat.close(new CompletionException(new IllegalStateException("bad key sk-abcdefghijklmnopqrstuvwxyz")));
        SpanNode span = only("chat m");
        assertThat(span.isError()).isTrue();
        assertThat(span.text("error.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(span.statusMessage()).isEqualTo("bad key ***");
    }

    @Test
    void aSupplierThatThrowsCostsItsOwnFactsAlone() throws Exception {
        LlmCall chat = LlmCall.start(this, "openai", "m");
        chat.request(Layer.MODEL, () -> {
            throw new IllegalStateException("lazy supplier of the library");
        });
        chat.response(Layer.MODEL, () -> response(1L, 2L, Part.text("hi")));
        chat.close(null);
        assertThat(only("chat m").number("gen_ai.usage.output_tokens")).isEqualTo(2);
    }

    @Test
    void onlyTheFirstEndCounts() throws Exception {
        LlmCall chat = LlmCall.start(this, "openai", "m");
        chat.close(null);
        chat.end(new IllegalStateException("too late"));
        chat.cancel();
        SpanNode span = only("chat m");
        assertThat(span.isError()).isFalse();
        assertThat(span.attributes()).doesNotContainKey("clew.cancelled");
    }

    @Test
    void whatTheApplicationStoppedIsNoError() throws Exception {
        LlmCall chat = LlmCall.start(this, "openai", "m");
        chat.leave();
        chat.cancel();
        SpanNode span = only("chat m");
        assertThat(span.isError()).isFalse();
        assertThat(span.attributes()).containsEntry("clew.cancelled", true);
    }

    @Test
    void whatWasDiscardedLeavesNoTrace() throws Exception {
        LlmCall.start(this, "openai", "no-llm").discard();
        LlmCall.start(this, "openai", "m").close(null);
        assertThat(core.spans()).extracting(SpanNode::name).containsExactly("chat m");
        assertThat(Operation.current()).isNull();
    }

    /** The first one in a JVM is older than a look by far when its client gets to it. */
    @Test
    void anExchangeThatBeginsWhileItsCallIsLookedAtStillProvesIt() {
        LlmCall call = LlmCall.start(this, "embeddings", "openai", null);
        call.mustProve();
        SpanWriter out = new SpanWriter(true, 100, null);
        call.renderStart(out.on(call.span));
        call.request(Layer.HTTP, ModelRequest::new);
        assertThat(call.counts()).isFalse();
        assertThat(call.mayYetCount()).as("it may count at the next look").isTrue();
        call.renderStart(out.on(call.span));
        assertThat(call.counts()).isTrue();
        call.discard();
    }

    @Test
    void leavingOnAnotherThreadLeavesThatThreadAlone() throws Exception {
        LlmCall chat = LlmCall.start(this, "openai", "m");
        Object[] other = new Object[1];
        Thread thread = new Thread(() -> {
            Current.set("its own");
            chat.close(null);
            other[0] = Current.get();
        });
        thread.start();
        thread.join();
        assertThat(other[0]).isEqualTo("its own");
        assertThat(Operation.current()).isSameAs(chat);
        chat.leave();
        assertThat(Operation.current()).isNull();
    }

    @Test
    void toolsOfTwoAgentsWithTheSameCallIdsAreLinkedToTheirOwnModelCalls() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        WorkflowRun workflow = WorkflowRun.start("two");
        Thread[] threads = new Thread[2];
        for (int i = 0; i < 2; i++) {
            String name = "agent" + i;
            threads[i] = new Thread(() -> {
                Current.set(workflow);
                AgentRun agent = AgentRun.start(name);
                LlmCall chat = LlmCall.start(name, "openai", name);
                chat.response(Layer.MODEL, () -> response(1L, 1L, Part.text(name), Part.toolCall("call_1", "t", "{}")));
                chat.close(null);
                await(together);
                ToolCall.start(name, "call_1", "{}").close(null);
                agent.close(null);
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        workflow.close(null);
        List<SpanNode> spans = core.spans();
        for (int i = 0; i < 2; i++) {
            String name = "agent" + i;
            SpanNode tool = spans.stream().filter(s -> s.name().equals("execute_tool " + name)).findFirst().orElseThrow();
            SpanNode chat = spans.stream().filter(s -> s.name().equals("chat " + name)).findFirst().orElseThrow();
            assertThat(tool.links().get(0).spanId()).isEqualTo(chat.spanId());
            assertThat(tool.parentSpanId()).isEqualTo(chat.parentSpanId());
            assertThat(tool.text("clew.tool.reason")).isEqualTo(name);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAgentThatAFrameworkOpenedIsAdoptedOnce() {
        AgentRun opened = AgentRun.start("a");
        assertThat(AgentRun.adopt()).isSameAs(opened);
        assertThat(AgentRun.adopt()).isNull();
        opened.close(null);
    }

    @Test
    void whoAsksItselfIsAskedForAsManyRoundsAsItSaid() {
        AgentRun agent = AgentRun.start("a");
        assertThat(Operation.asking()).isNull();
        agent.asksItself(2);
        assertThat(Operation.asking()).isSameAs(agent);
        ToolCall tool = ToolCall.start("t", null, null);
        assertThat(Operation.asking()).as("a tool is somebody else").isNull();
        tool.close(null);
        assertThat(Operation.asking()).isSameAs(agent);
        assertThat(Operation.asking()).isNull();
        agent.close(null);
    }

    @Test
    void stepIsHandedOverByTheModelCallThatDecided() throws Exception {
        WorkflowRun workflow = WorkflowRun.start("w");
        LlmCall.start(this, "openai", "gpt-x").close(null);
        WorkflowStep step = WorkflowStep.start("s");
        step.handedOverBy(workflow.lastCall());
        step.close(null);
        workflow.close(null);
        SpanNode found = only("execute_step s");
        assertThat(found.parentSpanId()).isEqualTo(only("invoke_workflow w").spanId());
        assertThat(found.links()).singleElement().satisfies(link -> {
            assertThat(link.spanId()).isEqualTo(only("chat gpt-x").spanId());
            assertThat(link.attributes()).containsEntry("clew.link", "handoff");
        });
    }

    @Test
    void whatIsToldAfterTheSpanWasWrittenOpenIsStillTold() throws Exception {
        AgentRun agent = AgentRun.start("slow");
        ToolCall tool = ToolCall.start("t", "c1", "{}");
        await(() -> live().contains("invoke_agent slow") && live().contains("execute_tool t"));
        agent.input(() -> List.of(Message.of("user", "told late")));
        tool.close(null);
        agent.close(null);
        List<SpanNode> spans = core.spans();
        assertThat(spans).extracting(SpanNode::name).containsExactly("invoke_agent slow", "execute_tool t");
        assertThat(spans.get(0).text("gen_ai.input.messages")).contains("told late");
    }

    private String live() {
        StringBuilder all = new StringBuilder();
        try (var files = java.nio.file.Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".live.jsonl")).toList()) {
                all.append(java.nio.file.Files.readString(file));
            }
        } catch (java.io.IOException gone) {
            // not there yet
        }
        return all.toString();
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    void anOpenCallIsInTheLiveFileWithItsInputAndWhatItWaitsFor() throws Exception {
        AgentRun agent = AgentRun.start("a");
        LlmCall chat = LlmCall.start(this, "openai", "m");
        chat.request(Layer.MODEL, () -> request("m", "what is open?"));
        List<SpanNode> spans = core.spans();
        assertThat(spans).extracting(SpanNode::name).containsExactly("invoke_agent a", "chat m");
        assertThat(spans).allMatch(SpanNode::isOpen);
        assertThat(spans.get(0).text("clew.waits_for")).startsWith("chat m");
        assertThat(spans.get(1).text("clew.waits_for")).startsWith("thread ");
        assertThat(spans.get(1).text("gen_ai.input.messages")).contains("what is open?");
        chat.close(null);
        agent.close(null);
    }

    @Test
    void withoutContentOnlyNamesTimesAndCountsAreKept(@TempDir Path other) throws Exception {
        core.close();
        core = new Core(other, "content=none");
        LlmCall chat = LlmCall.start(this, "openai", "m");
        chat.request(Layer.MODEL, () -> request("m", "private"));
        chat.response(Layer.MODEL, () -> response(1L, 2L, Part.text("private"), Part.toolCall("c", "t", "{\"p\":\"private\"}")));
        chat.close(null);
        ToolCall tool = ToolCall.start("t", "c", "private");
        tool.result(() -> "private");
        tool.close(null);
        for (SpanNode span : core.spans()) {
            assertThat(span.attributes().toString()).doesNotContain("private");
        }
        assertThat(only("chat m").number("gen_ai.usage.output_tokens")).isEqualTo(2);
    }
}
