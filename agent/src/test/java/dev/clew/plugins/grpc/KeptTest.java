package dev.clew.plugins.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.Received;
import dev.clew.wire.google.GeminiGenerate;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Messages are kept as far as bodies are. */
class KeptTest {
    private static final int MAX = 10_000;
    private static final int TAIL = 1000;

    private final Kept kept = new Kept(MAX, TAIL);

    private static Struct struct(String name, Value value) {
        return Struct.newBuilder().putFields(name, value).build();
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    private static Struct usage(int tokens) {
        return struct("usageMetadata", Value.newBuilder().setStructValue(struct("promptTokenCount",
                Value.newBuilder().setNumberValue(tokens).build())).build());
    }

    private static String json(Payload payload) {
        return new String(payload.bytes, 0, payload.length, StandardCharsets.UTF_8);
    }

    private ModelResponse read(Payload payload) {
        return new GeminiGenerate().response(new Received(payload, "application/json", 200, null, "/v1/models/m:streamGenerateContent", "m"));
    }

    @Test
    void whatFitsIsKeptWhole() {
        kept.add(struct("a", text("x")));
        kept.add(struct("b", text("y")));
        assertThat(json(kept.payload(true))).isEqualTo("[{\"a\":\"x\"},{\"b\":\"y\"}]");
        assertThat(kept.payload(true).gap).isFalse();
    }

    @Test
    void ofALongStreamTheFirstAndTheLastAreKept() {
        for (int i = 0; i < 100_000; i++) {
            kept.add(struct("responseId", text("answer-" + i)));
        }
        kept.add(usage(9));
        Payload payload = kept.payload(true);
        assertThat(payload.gap).isTrue();
        assertThat(payload.length).isBetween(TAIL, 3 * (MAX + TAIL));
        assertThat(json(payload)).contains("\"answer-0\"", "\"answer-99999\"").doesNotContain("\"answer-50000\"").endsWith("]");
        assertThat(read(payload).inputTokens).isEqualTo(9);
        assertThat(read(payload).id).isEqualTo("answer-99999");
        assertThat(read(payload).events).isNull();
    }

    @Test
    void whatJustDoesNotFitIsNoGap() {
        kept.add(struct("responseId", text("x".repeat(MAX - 100))));
        kept.add(struct("modelVersion", text("y".repeat(200))));
        kept.add(usage(9));
        Payload payload = kept.payload(true);
        assertThat(payload.gap).isFalse();
        assertThat(read(payload).model).hasSize(200);
        assertThat(read(payload).inputTokens).isEqualTo(9);
    }

    @Test
    void ofOneThatIsTooLongTheBeginningIsKept() {
        Struct long1 = Struct.newBuilder().putFields("modelVersion", text("m-1")).putFields("responseId", text("x".repeat(2 * MAX))).build();
        kept.add(long1);
        kept.add(usage(9));
        Payload payload = kept.payload(true);
        assertThat(payload.gap).isTrue();
        assertThat(payload.length).isLessThanOrEqualTo(MAX + 2);
        ModelResponse read = read(payload);
        assertThat(read.model).isEqualTo("m-1");
        assertThat(read.inputTokens).isEqualTo(9);
    }

    @Test
    void pictureIsNotCounted() {
        com.google.protobuf.BytesValue picture = com.google.protobuf.BytesValue.of(com.google.protobuf.ByteString.copyFrom(new byte[2 * MAX]));
        kept.add(picture);
        Payload payload = kept.payload(false);
        assertThat(payload.gap).isFalse();
        assertThat(json(payload)).isEqualTo("{\"value\":\"\"}");
    }
}
