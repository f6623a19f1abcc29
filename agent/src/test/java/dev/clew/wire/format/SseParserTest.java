package dev.clew.wire.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Event streams as providers and proxies really write them, cut at every byte. */
class SseParserTest {
    /** The events of a stream, the same wherever it is cut in two. */
    private static List<String> events(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> whole = read(bytes, bytes.length);
        for (int at = 0; at < bytes.length; at++) {
            assertThat(read(bytes, at)).as("cut at " + at).isEqualTo(whole);
        }
        return whole;
    }

    private static List<String> read(byte[] bytes, int cut) {
        List<String> events = new ArrayList<>();
        SseParser parser = parser(events);
        parser.feed(bytes, 0, cut);
        parser.feed(bytes, cut, bytes.length - cut);
        parser.end();
        return events;
    }

    private static SseParser parser(List<String> events) {
        return new SseParser((type, data, length) ->
                events.add((type == null ? "" : type + "=") + new String(data, 0, length, StandardCharsets.UTF_8)));
    }

    @Test
    void linesEndInLfCrOrBoth() {
        assertThat(events("data: a\n\ndata: b\r\rdata: c\r\n\r\ndata: d\r\n\n")).containsExactly("a", "b", "c", "d");
    }

    @Test
    void dataOfSeveralLinesIsJoined() {
        assertThat(events("data: x\r\ndata: y\r\n\r\n")).containsExactly("x\ny");
        assertThat(events("data: {\ndata:  \"a\": 1\ndata:}\n\n")).containsExactly("{\n \"a\": 1\n}");
    }

    @Test
    void commentsAndUnknownFieldsAreNothing() {
        assertThat(events(": keep-alive\n\n: OPENROUTER PROCESSING\n\nid: 7\nretry: 3\nfoo\nevent: ping\n\ndata: x\n\n"))
                .containsExactly("x");
    }

    @Test
    void theEventsNameBelongsToItAlone() {
        assertThat(events("event: error\ndata: 1\n\ndata: 2\n\n")).containsExactly("error=1", "2");
    }

    @Test
    void oneSpaceIsLeftOutAndNoMore() {
        assertThat(events("data:[DONE]\n\ndata:  x\n\ndata\n\n")).containsExactly("[DONE]", " x", "");
    }

    @Test
    void theByteOrderMarkIsNoText() {
        assertThat(events("\uFEFFdata: a\n\ndata: \uFEFFb\n\n")).containsExactly("a", "\uFEFFb");
    }

    @Test
    void charactersOfSeveralBytesSurviveAnyCut() {
        assertThat(events("data: Grüße 世界 😀\n\n")).containsExactly("Grüße 世界 😀");
    }

    @Test
    void theLastEventCountsWithoutABlankLine() {
        assertThat(events("data: a\n\ndata: b\n")).containsExactly("a", "b");
        assertThat(events("data: a\n\ndata: b")).containsExactly("a", "b");
    }

    @Test
    void emptyStreamHasNoEvents() {
        assertThat(events("")).isEmpty();
        assertThat(events("\n\n\r\n: only talk\n")).isEmpty();
    }

    @Test
    void afterAGapReadingGoesOnWithTheNextWholeEvent() {
        List<String> events = new ArrayList<>();
        SseParser parser = parser(events);
        byte[] before = "data: a\n\nevent: x\ndata: hal".getBytes(StandardCharsets.UTF_8);
        byte[] after = "f\ndata: other half\n\ndata: b\n\n".getBytes(StandardCharsets.UTF_8);
        parser.feed(before, 0, before.length);
        parser.gap();
        parser.feed(after, 0, after.length);
        parser.end();
        assertThat(events).containsExactly("a", "b");
    }
}
