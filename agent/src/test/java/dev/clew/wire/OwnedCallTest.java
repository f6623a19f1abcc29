package dev.clew.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.read.SpanNode;
import dev.clew.read.TraceReader;
import dev.clew.trace.Core;
import dev.clew.trace.LlmCall;
import dev.clew.trace.Operation;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A call that a layer above HTTP may try more than once, seen in the journal that comes of it. */
class OwnedCallTest {
    private static final URI CHAT = URI.create("http://gateway:8000/v1/chat/completions");
    private static final String ASK = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String ANSWER = "{\"id\":\"i\",\"choices\":[{\"message\":{\"content\":\"ho\"},\"finish_reason\":\"stop\"}]}";
    private static final String EVENT = "data: {\"id\":\"i\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"ho\"}";

    @TempDir
    Path folder;

    private Core core;

    @BeforeEach
    void start() {
        core = new Core(folder, "");
    }

    /** Before the folder is deleted. */
    @AfterEach
    void end() {
        core.close();
    }

    private static LlmCall own() {
        return Wire.recognise("POST", "/chat/completions").own();
    }

    private static Exchange attempt(String body) {
        Exchange exchange = Exchange.begin(Wire.recognise("POST", CHAT, "application/json"), "POST", CHAT, null);
        exchange.request().add(bytes(body));
        exchange.requestComplete();
        exchange.leave();
        return exchange;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void head(Exchange exchange, int status, String type, String body) {
        exchange.head(status, type, null, Map::of);
        exchange.piece(bytes(body));
    }

    private SpanNode chat() throws IOException {
        List<SpanNode> found = core.spans().stream().filter(span -> span.name().startsWith("chat")).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void itEndsWhenItsLatestTryDoesAndAsThatDoes() throws Exception {
        LlmCall call = own();
        Exchange first = attempt(ASK);
        head(first, 503, "text/html", "<h1>");
        first.complete();
        assertThat(call.isOpen()).as("another try may come").isTrue();
        Exchange second = attempt(ASK);
        call.leave();
        call.settle();
        head(second, 200, "application/json", ANSWER);
        assertThat(call.isOpen()).as("the answer is still being read").isTrue();
        second.fail(new IOException("cut off"));
        assertThat(call.isOpen()).isFalse();
        assertThat(chat().text("error.type")).isEqualTo("java.io.IOException");
    }

    @Test
    void itEndsAtOnceWhereItsLatestTryHasEnded() throws Exception {
        LlmCall call = own();
        Exchange only = attempt(ASK);
        head(only, 502, "text/html", "<h1>");
        only.complete();
        call.leave();
        call.settle();
        assertThat(call.isOpen()).isFalse();
        assertThat(chat().text("error.type")).as("no layer has a better word for it").isEqualTo("502");
    }

    @Test
    void whatWasNoModelCallLeavesNeitherItNorItsTries() throws Exception {
        LlmCall call = own();
        Exchange only = attempt("{\"model\":\"m\",\"input\":\"x\"}");
        head(only, 200, "application/json", "{}");
        only.complete();
        call.leave();
        call.settle();
        LlmCall untried = own();
        untried.leave();
        untried.settle();
        assertThat(core.spans()).isEmpty();
    }

    @Test
    @Timeout(20)
    void aFirstTryThatIsLongInComingIsAnAttemptAllTheSame() throws Exception {
        LlmCall call = own();
        LlmCall younger = LlmCall.start(this, "openai", "younger");
        younger.leave();
        while (TraceReader.of(folder).traces().isEmpty()) {
            Thread.onSpinWait();
        }
        younger.discard();
        assertThat(call.isOpen()).as("looked at, and kept").isTrue();
        Exchange only = attempt(ASK);
        head(only, 200, "application/json", ANSWER);
        only.complete();
        call.leave();
        call.settle();
        assertThat(core.spans()).extracting(SpanNode::name).contains("chat m", "POST");
    }

    @Test
    void insideAnOwnedCallNothingIsOwnedAgain() {
        LlmCall call = own();
        assertThat(Wire.recognise("POST", "/chat/completions").own()).isNull();
        assertThat(Operation.current()).isSameAs(call);
        call.close(null);
    }

    @Test
    void aStreamThatSaidHowItEndedIsNotCancelledByWhoReadsNoFurther() throws Exception {
        LlmCall call = own();
        Exchange only = attempt(ASK);
        head(only, 200, "text/event-stream", EVENT + ",\"finish_reason\":\"stop\"}]}\n\n");
        call.leave();
        call.settle();
        only.cancel();
        assertThat(core.spans()).hasSize(2).noneMatch(span -> span.attributes().containsKey("clew.cancelled"));
    }

    @Test
    void aStreamThatWasStoppedBeforeThatIs() throws Exception {
        LlmCall call = own();
        Exchange only = attempt(ASK);
        head(only, 200, "text/event-stream", EVENT + "}]}\n\n");
        call.leave();
        call.settle();
        only.cancel();
        assertThat(core.spans()).hasSize(2).allMatch(span -> span.attributes().containsKey("clew.cancelled"));
    }

    @Test
    void anErrorThatIsClosedUnreadIsAnError() throws Exception {
        LlmCall call = own();
        Exchange only = attempt(ASK);
        head(only, 429, "application/json", "");
        only.cancel();
        call.leave();
        call.settle();
        assertThat(core.spans()).hasSize(2).allMatch(span -> span.text("error.type").equals("429"));
    }
}
