package dev.clew.wire.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static final byte[] TWO = Frame.all(Frame.event("a", "{'x':1}"), Frame.event("b", "{}"));

    private static List<String> frames(Payload body) {
        List<String> frames = new ArrayList<>();
        Long count = EventStream.events(body, f -> frames.add(f.header(":event-type") + new String(
                f.bytes(), f.start, f.length, StandardCharsets.UTF_8)));
        assertThat(count).isEqualTo(body.gap ? null : (Long) (long) frames.size());
        return frames;
    }

    private static List<String> frames(byte[] bytes) {
        return frames(new Payload(bytes, bytes.length, Payload.NONE, false));
    }

    @Test
    void framesAreReadInOrder() {
        assertThat(frames(TWO)).containsExactly("a{\"x\":1}", "b{}");
    }

    @Test
    void aFrameThatIsNotWholeIsNotRead() {
        int first = Frame.event("a", "{'x':1}").length;
        for (int length = 0; length < TWO.length; length++) {
            assertThat(frames(Arrays.copyOf(TWO, length))).hasSize(length < first ? 0 : 1);
        }
    }

    @Test
    void lengthsThatCannotBeAreTheEnd() {
        byte[] huge = TWO.clone();
        huge[0] = 0x7F;
        assertThat(frames(huge)).isEmpty();
        byte[] negative = TWO.clone();
        negative[0] = (byte) 0x80;
        assertThat(frames(negative)).isEmpty();
        byte[] headers = TWO.clone();
        headers[5] = 0x7F;
        assertThat(frames(headers)).isEmpty();
        assertThat(frames(new byte[64])).isEmpty();
    }

    @Test
    void headersOfOtherTypesAreStepsToTheNextAndBrokenOnesAreNone() {
        byte[] frame = Frame.of(new byte[0], "n", "123456", ":event-type", "a");
        // a number of eight bytes in the place of a text, its length and its six
        frame[14] = 5;
        assertThat(frames(frame)).containsExactly("a");
        byte[] text = Frame.of(new byte[0], ":event-type", "a");
        text[12 + 1 + 11 + 1] = 0x7F;
        assertThat(frames(text)).containsExactly("null");
    }

    @Test
    void behindAGapReadingGoesOnWithTheNextWholeFrame() {
        byte[] head = Arrays.copyOf(TWO, Frame.event("a", "{'x':1}").length + 5);
        byte[] tail = Frame.all(new byte[] {1, 0, 0, 0, 40, 0, 0, 0, 2, 3}, Frame.event("c", "{'y':2}"), Frame.event("d", "{}"));
        assertThat(frames(new Payload(head, head.length, tail, true))).containsExactly("a{\"x\":1}", "c{\"y\":2}", "d{}");
    }
}
