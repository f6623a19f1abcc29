package dev.clew.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Shapes;
import dev.clew.wire.Recordings.Recording;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the beginning of a body says is what the whole of it says, as far as it goes. */
class CutBodiesTest {
    private static final int CUTS = 300;

    private static Payload beginning(byte[] bytes, int length) {
        return new Payload(Arrays.copyOf(bytes, length), length, Payload.NONE, false);
    }

    private static Wire wire(Recording call) {
        return Wire.recognise("POST", URI.create(call.json().path("request").path("url").asText()), "application/json");
    }

    @Test
    void aCutAnswerIsTrueAsFarAsItGoes() throws Exception {
        for (Recording call : Recordings.all()) {
            Wire wire = wire(call);
            byte[] bytes = call.response();
            ModelResponse whole = answer(call, wire, bytes, bytes.length);
            String text = Shapes.text(whole);
            boolean one = whole.messages == null || whole.messages.size() == 1;
            int step = Math.max(1, bytes.length / CUTS);
            for (int length = 0; length < bytes.length; length += step) {
                ModelResponse cut = answer(call, wire, bytes, length);
                String what = call.name() + " cut at " + length;
                if (whole.errorType == null) {
                    // of an error's id nothing is told where it is known to be one
                    assertThat(cut.id).as(what).isIn(null, whole.id);
                }
                assertThat(cut.model).as(what).isIn(null, whole.model);
                assertThat(cut.embeddings).as(what).isIn(null, whole.embeddings);
                assertThat(cut.incompleteReason).as(what).isIn(null, whole.incompleteReason);
                if (one) {
                    assertThat(text).as(what).startsWith(Shapes.text(cut));
                }
                if (whole.errorType == null) {
                    assertThat(cut.errorType).as(what).isNull();
                }
            }
        }
    }

    private static ModelResponse answer(Recording call, Wire wire, byte[] bytes, int length) {
        return wire.format().response(new Received(beginning(bytes, length), call.headers().get("content-type"), call.status(),
                call.headers(), wire.path, wire.model));
    }

    @Test
    void aCutRequestIsTrueAsFarAsItGoes() throws Exception {
        for (Recording call : Recordings.all()) {
            Wire wire = wire(call);
            byte[] bytes = call.request();
            ModelRequest whole = wire.format().request(new Sent(beginning(bytes, bytes.length), wire.path, wire.model));
            int step = Math.max(1, bytes.length / CUTS);
            for (int length = 0; length < bytes.length; length += step) {
                byte[] beginning = Arrays.copyOf(bytes, length);
                ModelRequest cut = wire.format().request(new Sent(new Payload(beginning, length, Payload.NONE, true), wire.path, wire.model));
                String what = call.name() + " cut at " + length;
                if (cut == null) {
                    continue;
                }
                assertThat(cut.model).as(what).isIn(null, whole.model);
                assertThat(cut.cut).as(what).isTrue();
                int messages = cut.messages == null ? 0 : cut.messages.size();
                assertThat(messages).as(what).isLessThanOrEqualTo(whole.messages == null ? 0 : whole.messages.size());
                int tools = cut.tools == null ? 0 : cut.tools.size();
                assertThat(tools).as(what).isLessThanOrEqualTo(whole.tools == null ? 0 : whole.tools.size());
            }
        }
    }
}
