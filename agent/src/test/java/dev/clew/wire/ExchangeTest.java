package dev.clew.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.context.Current;
import dev.clew.read.SpanNode;
import dev.clew.read.Trace;
import dev.clew.read.TraceReader;
import dev.clew.trace.Core;
import dev.clew.trace.LlmCall;
import dev.clew.trace.Operation;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One HTTP exchange as a client's hook tells of it, seen in the journal that comes of it. */
class ExchangeTest {
    private static final URI CHAT = URI.create("https://api.openai.com/v1/chat/completions?key=secret");
    private static final String ASK = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String ANSWER = "{\"id\":\"i\",\"choices\":[{\"message\":{\"content\":\"ho\"},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}";

    @TempDir
    Path folder;

    private Core core;

    @BeforeEach
    void start() {
        core = new Core(folder, "");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Exchange begin(String retries) {
        return Exchange.begin(Wire.recognise("POST", CHAT, "application/json"), "POST", CHAT, retries);
    }

    private static void ask(Exchange exchange, String body) {
        exchange.request().add(bytes(body));
        exchange.requestComplete();
        exchange.leave();
    }

    private static void answer(Exchange exchange, int status, String body) {
        exchange.head(status, "application/json", null, () -> Map.of("x-request-id", "r", "set-cookie", "s"));
        exchange.piece(bytes(body));
        exchange.complete();
    }

    private SpanNode only() throws IOException {
        List<SpanNode> spans = core.spans();
        assertThat(spans).hasSize(1);
        return spans.get(0);
    }

    /** Before the folder is deleted. */
    @AfterEach
    void end() {
        core.close();
    }

    /** Clients know an exchange for as long as their request, and some keep requests. */
    @Test
    void whatIsWrittenIsLetGo() throws Exception {
        int calls = 100;
        String answer = ANSWER.replace("ho", "ho".repeat(100_000));
        String ask = ASK.replace("hi", "hi".repeat(100_000));
        List<Exchange> kept = new ArrayList<>();
        long before = live();
        for (int i = 0; i < calls; i++) {
            LlmCall owner = i % 2 == 0 ? null : LlmCall.start(null, "openai", "m");
            Exchange exchange = begin(null);
            ask(exchange, ask);
            answer(exchange, 200, answer);
            if (owner != null) {
                owner.close(null);
            }
            kept.add(exchange);
        }
        core.close();
        long each = (live() - before) / calls;
        assertThat(each).as("bytes that an exchange holds on to").isLessThan(50_000);
        assertThat(kept).hasSize(calls);
    }

    private static long live() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(20);
            least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    @Test
    void anExchangeIsForgottenAtItsEndWhereNobodyAsksForItAfter() throws Exception {
        Exchanges exchanges = new Exchanges();
        Object request = new Object();
        Object next = new Object();
        Exchange exchange = begin(null);
        exchanges.putUntilEnd(request, exchange);
        assertThat(exchanges.of(request)).isSameAs(exchange);
        ask(exchange, ASK);
        answer(exchange, 200, ANSWER);
        assertThat(exchanges.of(request)).isNull();
        exchanges.putUntilEnd(next, exchange);
        assertThat(exchanges.of(next)).as("one that is over").isNull();
        assertThat(only().name()).isEqualTo("chat m");
    }

    @Test
    void withNoOwnerTheExchangeIsTheModelCall() throws Exception {
        Exchange exchange = begin(null);
        assertThat(Operation.current()).as("what the client starts for itself is not the application's").isNull();
        ask(exchange, ASK);
        answer(exchange, 200, ANSWER);

        SpanNode chat = only();
        assertThat(chat.name()).isEqualTo("chat m");
        assertThat(chat.attributes()).containsEntry("gen_ai.provider.name", "openai").containsEntry("server.address", "api.openai.com")
                .containsEntry("server.port", 443L).containsEntry("http.response.status_code", 200L)
                .containsEntry("gen_ai.usage.input_tokens", 3L).containsEntry("gen_ai.usage.output_tokens", 4L)
                .containsEntry("url.full", "https://api.openai.com/v1/chat/completions")
                .containsKey("http.response.header.x-request-id").doesNotContainKey("http.response.header.set-cookie");
    }

    @Test
    void belowAnOwnerEachTryIsAnAttemptAndTheLastAnswerCounts() throws Exception {
        LlmCall owner = LlmCall.start(this, "openai", "m");
        Exchange first = begin("0");
        ask(first, ASK);
        assertThat(Operation.current()).isSameAs(owner);
        answer(first, 429, "{\"error\":{\"message\":\"slow down\",\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}");
        Exchange second = begin("1");
        ask(second, ASK);
        answer(second, 200, ANSWER);
        owner.close(null);

        List<SpanNode> spans = core.spans();
        assertThat(spans).extracting(SpanNode::name).containsExactly("chat m", "POST", "POST");
        SpanNode chat = spans.get(0);
        assertThat(chat.isError()).isFalse();
        assertThat(chat.attributes()).containsEntry("gen_ai.usage.output_tokens", 4L).containsEntry("gen_ai.response.id", "i")
                .doesNotContainKey("error.type");
        assertThat(spans.get(1).attributes()).containsEntry("error.type", "rate_limit_exceeded")
                .containsEntry("http.response.status_code", 429L).doesNotContainKey("http.request.resend_count");
        assertThat(spans.get(1).statusMessage()).isEqualTo("slow down");
        assertThat(spans.get(2).isError()).isFalse();
        assertThat(spans.get(2).attributes()).containsEntry("http.request.resend_count", 1L);
        assertThat(spans.get(2).parentSpanId()).isEqualTo(chat.spanId());
    }

    /** Clients tell of what they have sent once it is sent, and the answer may be faster than that. */
    @Test
    void whatWasAskedMayBeToldAfterTheAnswer() throws Exception {
        Exchange exchange = begin(null);
        exchange.request().add(bytes(ASK.substring(0, 10)));
        exchange.leave();
        answer(exchange, 200, ANSWER);
        awaitTheRecorder();
        exchange.request().add(bytes(ASK.substring(10)));
        exchange.requestComplete();

        assertThat(core.spans()).extracting(SpanNode::name).contains("chat m");
    }

    @Test
    void whatIsNeverToldIsNotWaitedForLongAndKnownByItsAddress() throws Exception {
        Exchange exchange = begin(null);
        exchange.request().add(bytes(ASK.substring(0, 10)));
        exchange.leave();
        answer(exchange, 200, ANSWER);
        awaitTheRecorder();

        assertThat(core.spans()).extracting(SpanNode::name).contains("chat").doesNotContain("chat m");
    }

    @Test
    void whatIsSentOnceMoreWithoutItsBodyIsKnownByTheFirst() throws Exception {
        Exchange exchange = begin(null);
        ask(exchange, ASK);
        assertThat(exchange.again()).isTrue();
        answer(exchange, 200, ANSWER);

        assertThat(only().name()).isEqualTo("chat m");
    }

    @Test
    void whatIsSentOnceMoreIsWaitedForAsTheFirstWas() throws Exception {
        Exchange exchange = begin(null);
        ask(exchange, ASK.replace("\"m\"", "\"first\""));
        assertThat(exchange.again()).isTrue();
        exchange.request().add(bytes(ASK.substring(0, 10)));
        answer(exchange, 200, ANSWER);
        awaitTheRecorder();
        exchange.request().add(bytes(ASK.substring(10)));
        exchange.requestComplete();

        assertThat(core.spans()).extracting(SpanNode::name).contains("chat m").doesNotContain("chat first");
    }

    /** What ended before this is taken by now, since it takes one after the other. */
    private void awaitTheRecorder() throws Exception {
        LlmCall.start(this, "openai", "marker").close(null);
        for (long end = System.nanoTime() + 10_000_000_000L; System.nanoTime() < end; Thread.sleep(5)) {
            for (Trace trace : TraceReader.of(folder).traces()) {
                if (trace.spans().get(0).name().equals("chat marker")) {
                    return;
                }
            }
        }
        throw new AssertionError("the recorder stands still");
    }

    @Test
    void whatIsNoChatLeavesNoTrace() throws Exception {
        Exchange exchange = begin(null);
        ask(exchange, "{\"model\":\"m\",\"input\":\"x\"}");
        answer(exchange, 200, "{}");
        assertThat(core.spans()).isEmpty();
    }

    @Test
    void aCallThatNeverGotThroughIsAModelCallThatFailed() throws Exception {
        Exchange exchange = begin(null);
        exchange.leave();
        exchange.fail(new CompletionException(new java.net.ConnectException("refused")));
        SpanNode chat = only();
        assertThat(chat.name()).isEqualTo("chat");
        assertThat(chat.text("error.type")).isEqualTo("java.net.ConnectException");
    }

    @Test
    void cancellationIsNoErrorAndTheFirstEndCounts() throws Exception {
        Exchange exchange = begin(null);
        ask(exchange, ASK);
        exchange.fail(new CompletionException(new CancellationException()));
        exchange.fail(new IOException("Request cancelled"));
        exchange.complete();
        SpanNode chat = only();
        assertThat(chat.isError()).isFalse();
        assertThat(chat.attributes()).containsEntry("clew.cancelled", true);
    }

    @Test
    void closingAfterTheEndIsNoCancellation() throws Exception {
        Exchange exchange = begin(null);
        ask(exchange, ASK);
        answer(exchange, 200, ANSWER);
        exchange.cancel();
        assertThat(only().attributes()).doesNotContainKey("clew.cancelled");
    }

    @Test
    void aStreamLongerThanWhatIsKeptStillSaysWhatItCost() throws Exception {
        Exchange exchange = begin(null);
        ask(exchange, ASK);
        exchange.head(200, "text/event-stream", null, Map::of);
        String event = "data: {\"id\":\"i\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + "x".repeat(5000) + "\"}}]}\n\n";
        for (int i = 0; i < 1000; i++) {
            exchange.piece(bytes(event));
        }
        exchange.piece(bytes("data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4000}}\n\ndata: [DONE]\n\n"));
        exchange.complete();
        SpanNode chat = only();
        assertThat(chat.attributes()).containsEntry("gen_ai.usage.output_tokens", 4000L).containsEntry("clew.response.cut", true)
                .containsKey("gen_ai.response.time_to_first_chunk");
    }

    @Test
    void anAbandonedStreamEndsOnceNobodyCanReadIt() throws Exception {
        Exchange exchange = begin(null);
        ask(exchange, ASK);
        exchange.head(200, "text/event-stream", null, Map::of);
        exchange.livesWith(new Object());
        long patience = System.nanoTime() + 20_000_000_000L;
        while (finished().isEmpty() && System.nanoTime() < patience) {
            System.gc();
        }
        assertThat(finished()).hasSize(1);
        assertThat(finished().get(0).attributes()).containsEntry("clew.cancelled", true);
    }

    /** Without ending the core. */
    private List<SpanNode> finished() throws IOException {
        List<SpanNode> spans = new ArrayList<>();
        for (Trace trace : TraceReader.of(folder).traces()) {
            trace.spans().stream().filter(span -> !span.isOpen()).forEach(spans::add);
        }
        return spans;
    }

    @Test
    void whatAClientSendsThroughAnotherIsNoCallOfTheOther() throws Exception {
        Exchange exchange = begin(null);
        ask(exchange, ASK);
        Object before = Current.set(exchange.inside());
        assertThat(Wire.mayBe("POST", CHAT)).isFalse();
        assertThat(Wire.recognise("POST", CHAT, "application/json")).isNull();
        assertThat(Operation.outgoing()).isNull();
        answer(exchange, 200, ANSWER);
        assertThat(Wire.mayBe("POST", CHAT)).as("once it is over").isTrue();
        Current.set(before);
        assertThat(Wire.mayBe("POST", CHAT)).isTrue();
    }

    @Test
    void whatIsToStopAndDoesNotFailWasCancelled() throws Exception {
        Exchange stopped = begin(null);
        ask(stopped, ASK);
        stopped.stopping();
        stopped.complete();
        Exchange failed = begin(null);
        ask(failed, ASK);
        failed.stopping();
        failed.fail(new IOException("broken"));
        List<SpanNode> spans = core.spans();
        assertThat(spans).hasSize(2);
        assertThat(spans).filteredOn(span -> span.attributes().toString().contains("clew.cancelled")).hasSize(1);
        assertThat(spans).filteredOn(span -> span.attributes().toString().contains("IOException")).hasSize(1);
    }
}
