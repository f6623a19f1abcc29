package dev.clew.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.journal.Journal;
import dev.clew.journal.JournalSettings;
import dev.clew.journal.Spans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TraceReaderTest {
    private static final String TRACE = "5b8efff798038103d269b633813fc60c";
    @TempDir Path temp;

    static String span(String id, String parent, String more) {
        return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"" + TRACE + "\",\"spanId\":\"" + id
                + "\",\"parentSpanId\":\"" + parent + "\",\"name\":\"n" + id.charAt(15) + "\",\"startTimeUnixNano\":\"1" + id
                + "\"" + more + "}]}]}]}\n";
    }

    static String id(int n) {
        return String.format("%016d", n);
    }

    static String ended(int n, int parent) {
        return span(id(n), parent == 0 ? "" : id(parent), ",\"endTimeUnixNano\":\"19999999999999999\"");
    }

    Trace only(Path source) throws IOException {
        List<Trace> traces = TraceReader.of(source).traces();
        assertThat(traces).hasSize(1);
        return traces.get(0);
    }

    static List<String> names(Trace trace) {
        return trace.spans().stream().map(SpanNode::name).toList();
    }

    @Test
    void readsWhatTheJournalWrote() throws IOException {
        Span agent = Spans.start("invoke_agent a", null);
        Span chat = Spans.start("chat m", agent);
        chat.setAttribute("gen_ai.operation.name", "chat");
        chat.setAttribute("gen_ai.usage.input_tokens", 12);
        chat.setStatus(StatusCode.ERROR, "no");
        chat.addLink(agent.getSpanContext());
        chat.addEvent("e");
        chat.end();
        try (Journal journal = Journal.open(JournalSettings.in(temp), Resource.empty(), line -> {})) {
            journal.writeOpen(List.of(Spans.data(agent), Spans.data(chat)));
            journal.write(List.of(Spans.data(chat)));
        }
        Trace trace = only(temp);
        assertThat(names(trace)).containsExactly("invoke_agent a", "chat m");
        assertThat(trace.root().isOpen()).isTrue();
        assertThat(trace.endEpochNanos()).isZero();
        SpanNode read = trace.spans().get(1);
        assertThat(read.isOpen()).isFalse();
        assertThat(read.kind()).isEqualTo("CLIENT");
        assertThat(read.status()).isEqualTo("ERROR");
        assertThat(read.statusMessage()).isEqualTo("no");
        assertThat(read.number("gen_ai.usage.input_tokens")).isEqualTo(12);
        assertThat(read.links()).extracting(SpanNode.Link::spanId).containsExactly(trace.root().spanId());
        assertThat(read.events()).extracting(SpanNode.Event::name).containsExactly("e");
        assertThat(read.resource()).containsEntry("service.name", "tests");
        assertThat(read.scope()).isEqualTo("clew-tests");
        assertThat(TraceReader.of(temp).summaries()).singleElement().satisfies(s -> {
            assertThat(s.tokens()).isEqualTo(new TokenCount(12L, null));
            assertThat(s.errors()).isEqualTo(1);
            assertThat(s.open()).isEqualTo(1);
            assertThat(s.name()).isEqualTo("invoke_agent a");
        });
    }

    @Test
    void everyCutKeepsTheLinesBeforeIt() throws IOException {
        byte[] whole = (ended(1, 0) + ended(2, 1) + ended(3, 2)).getBytes(StandardCharsets.UTF_8);
        Path file = temp.resolve("a.traces.jsonl");
        for (int cut = 0; cut <= whole.length; cut++) {
            Files.write(file, Arrays.copyOf(whole, cut));
            int complete = 0;
            for (int i = 0; i < whole.length; i++) {
                // the newline itself may be missing
                complete += whole[i] == '\n' && i <= cut ? 1 : 0;
            }
            TraceReader reader = TraceReader.of(file);
            List<Trace> traces = reader.traces();
            assertThat(traces.isEmpty() ? 0 : traces.get(0).spans().size()).as("cut at %d", cut).isEqualTo(complete);
            assertThat(reader.skipped()).hasSizeLessThan(2);
        }
    }

    @Test
    void garbageAndTornLinesAreSkippedAndCounted() throws IOException {
        Path file = temp.resolve("a.traces.jsonl");
        Files.writeString(file, ended(1, 0) + "\nrubbish\n{\"a\":1}\n" + ended(2, 1) + ended(3, 1).substring(0, 50));
        TraceReader reader = TraceReader.of(temp);
        assertThat(names(reader.traces().get(0))).containsExactly("n1", "n2");
        assertThat(reader.skipped()).extracting(Skipped::toString)
                .containsExactly("skipped 3 lines that are not OTLP JSON: " + file + ":3 and after");
        Files.writeString(file, ended(1, 0) + "rubbish\n");
        reader.traces();
        assertThat(reader.skipped()).extracting(Skipped::toString)
                .containsExactly("skipped 1 line that is not OTLP JSON: " + file + ":2");
    }

    @Test
    void theSameSpanReadTwiceIsOneAndTheEndWins() throws IOException {
        Files.writeString(temp.resolve("a.live.jsonl"),
                span(id(1), "", ",\"attributes\":[{\"key\":\"w\",\"value\":{\"stringValue\":\"a\"}}]")
                        + span(id(1), "", ",\"attributes\":[{\"key\":\"w\",\"value\":{\"stringValue\":\"b\"}}]") + span(id(2), id(1), ""));
        assertThat(only(temp).span(id(1)).text("w")).isEqualTo("b");
        Files.writeString(temp.resolve("a.traces.jsonl"), ended(2, 1));
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(temp.resolve("a.1.traces.jsonl.gz")))) {
            gzip.write(ended(2, 1).getBytes(StandardCharsets.UTF_8));
        }
        Trace trace = only(temp);
        assertThat(trace.spans()).extracting(SpanNode::isOpen).containsExactly(true, false);
    }

    @Test
    void spansWithoutTheirParentBecomeRootsAndAreMarked() throws IOException {
        Files.writeString(temp.resolve("a.traces.jsonl"), ended(2, 9) + ended(3, 2) + ended(4, 0));
        Trace trace = only(temp);
        assertThat(trace.roots()).extracting(SpanNode::isOrphan).containsExactly(true, false);
        assertThat(trace.root().name()).isEqualTo("n4");
        assertThat(names(trace)).containsExactly("n2", "n3", "n4");
    }

    @Test
    void circlesOfParentsNeitherHangNorLoseASpan() throws IOException {
        Files.writeString(temp.resolve("a.traces.jsonl"),
                ended(1, 1) + ended(2, 4) + ended(3, 2) + ended(4, 3) + ended(5, 3) + ended(6, 0));
        Trace trace = only(temp);
        assertThat(names(trace)).containsExactly("n1", "n2", "n3", "n4", "n5", "n6");
        assertThat(trace.roots()).extracting(SpanNode::name).containsExactly("n1", "n2", "n6");
    }

    @Test
    void aChainOfManyThousandsIsRead() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 20_000; i++) {
            lines.append(ended(i, i - 1));
        }
        Files.writeString(temp.resolve("a.traces.jsonl"), lines);
        assertThat(only(temp).spans()).hasSize(20_000);
        assertThat(TraceReader.of(temp).summaries()).hasSize(1);
    }

    @Test
    void snakeCaseBase64NamesAndPlainNumbersAreRead() throws IOException {
        Path file = Files.writeString(temp.resolve("doc.json"), """
        [ {"batches": [ {
          "instrumentation_library_spans": [ { "spans": [ {
            "trace_id": "W47/95gDgQPSabYzgT/GDA==", "span_id": "7uGbfsPBsXQ=", "parent_span_id": "AAAAAAAAAAA=",
            "name": "x", "kind": "SPAN_KIND_SERVER", "start_time_unix_nano": 1544712660000000000,
            "end_time_unix_nano": 1.544712661e18, "status": {"code": "STATUS_CODE_ERROR", "message": "m"},
            "attributes": [
              {"key": "s", "value": {"string_value": "v"}}, {"key": "i", "value": {"int_value": 7}},
              {"key": "j", "value": {"intValue": "-9"}}, {"key": "d", "value": {"doubleValue": "NaN"}},
              {"value": {"boolValue": true}, "key": "b"}, {"key": "e", "value": {}},
              {"key": "a", "value": {"arrayValue": {"values": [{"intValue": "1"}, {"stringValue": "z"}]}}},
              {"key": "k", "value": {"kvlist_value": {"values": [{"key": "q", "value": {"doubleValue": 1.5}}]}}},
              {"key": "y", "value": {"bytesValue": "AQI="}} ],
            "unknown": [{"x": [1, {"y": null}]}],
            "links": [{"trace_id": "W47/95gDgQPSabYzgT/GDA==", "span_id": "EEE19B7EC3C1B173"}]
          } ], "instrumentation_library": {"name": "lib"} } ],
          "resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "svc"}}]} } ] } ]
        """);
        SpanNode span = only(file).root();
        assertThat(span.traceId()).isEqualTo(TRACE);
        assertThat(span.spanId()).isEqualTo("eee19b7ec3c1b174");
        assertThat(span.parentSpanId()).isNull();
        assertThat(span.kind()).isEqualTo("SERVER");
        assertThat(span.status()).isEqualTo("ERROR");
        assertThat(span.durationNanos()).isEqualTo(1_000_000_000L);
        assertThat(span.scope()).isEqualTo("lib");
        assertThat(span.resource()).containsEntry("service.name", "svc");
        assertThat(span.links()).containsExactly(new SpanNode.Link(TRACE, "eee19b7ec3c1b173", Map.of()));
        assertThat(span.attributes()).containsEntry("s", "v").containsEntry("i", 7L).containsEntry("j", -9L)
                .containsEntry("d", Double.NaN).containsEntry("b", true).containsEntry("e", null)
                .containsEntry("a", List.of(1L, "z")).containsEntry("k", Map.of("q", 1.5));
        assertThat((byte[]) span.attributes().get("y")).containsExactly(1, 2);
    }

    @Test
    void linesUnderAnotherNameAreReadToo() throws IOException {
        Path file = Files.writeString(temp.resolve("export.json"), ended(1, 0) + "torn {\n" + ended(2, 1));
        TraceReader reader = TraceReader.of(file);
        assertThat(reader.traces().get(0).spans()).hasSize(2);
        assertThat(reader.skipped()).hasSize(1);
    }

    @Test
    void brokenJsonNeitherHangsNorThrows() throws IOException {
        String good = ended(1, 0).trim().replace("\"name\"", "\"events\":[{\"name\":\"e\"}],\"links\":[{}],\"status\":{\"code\":2},"
                + "\"attributes\":[{\"key\":\"k\",\"value\":{\"arrayValue\":{\"values\":[{\"intValue\":\"1\"}]}}}],\"name\"");
        String pieces = "{}[]:,\"1n";
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder line = new StringBuilder(good);
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                int at = random.nextInt(line.length());
                line.replace(at, at + random.nextInt(2), String.valueOf(pieces.charAt(random.nextInt(pieces.length()))));
            }
            lines.add(line.toString());
        }
        for (String value : List.of("{}", "[]", "[1]", "{\"a\":[{}]}", "1", "null", "\"x\"", "[[{}]]")) {
            for (String field : good.replaceAll("[^\"A-Za-z]+", " ").split(" ")) {
                if (field.matches("\"[A-Za-z]+\"")) {
                    lines.add(good.replaceAll(field + ":(\"[^\"]*\"|\\d+|\\{[^{}]*})", field + ":" + value.replace("\\", "\\\\")));
                    lines.add(good.replaceAll(field + ":\\[", field + ":[" + value + ","));
                }
            }
        }
        lines.add(ended(2, 0).trim());
        Path file = Files.write(temp.resolve("a.traces.jsonl"), lines);
        List<String> found = new ArrayList<>();
        TraceReader.of(file).traces().forEach(trace -> trace.spans().forEach(span -> found.add(span.spanId())));
        assertThat(found).contains(id(2));
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> TraceReader.of(temp.resolve("no")).traces()).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void filesThatAreNoTracesAreNamed() throws IOException {
        Path labels = Files.writeString(temp.resolve("labels.json"), "{\"a\":\n1}");
        Path broken = Files.writeString(temp.resolve("x.json"), "{\"a\":\n[1");
        TraceReader reader = TraceReader.of(temp);
        assertThat(reader.traces()).isEmpty();
        assertThat(reader.skipped()).extracting(Skipped::toString).satisfiesExactly(
                first -> assertThat(first).startsWith("skipped " + labels + ": it is JSON, but there are no OTLP spans in it"),
                second -> assertThat(second).startsWith("skipped " + broken + ": it is not JSON"));
    }

    @Test
    void spansInAFormatThatOnlyLooksAlikeAreNotGuessedAt() throws IOException {
        Path file = Files.writeString(temp.resolve("other.json"), "{\"spans\":[{\"trace_id\":\"" + TRACE
                + "\",\"span_id\":\"" + id(1) + "\",\"end_time_unix_ns\":3}]}");
        TraceReader reader = TraceReader.of(file);
        assertThat(reader.traces()).isEmpty();
        assertThat(reader.skipped()).hasSize(1);
    }

    @Test
    void tokensAreCountedOnce() throws IOException {
        String usage = ",\"endTimeUnixNano\":\"19999999999999999\",\"attributes\":["
                + "{\"key\":\"gen_ai.operation.name\",\"value\":{\"stringValue\":\"%s\"}},"
                + "{\"key\":\"gen_ai.usage.input_tokens\",\"value\":{\"intValue\":\"%d\"}}]";
        Files.writeString(temp.resolve("a.traces.jsonl"), span(id(1), "", String.format(usage, "invoke_agent", 31))
                + span(id(2), id(1), String.format(usage, "chat", 10)) + span(id(3), id(1), String.format(usage, "chat", 20))
                + span(id(4), "", String.format(usage, "invoke_agent", 5)));
        assertThat(TraceReader.of(temp).summaries().get(0).tokens()).isEqualTo(new TokenCount(35L, null));
    }

    @Test
    void aTraceIsJoinedAcrossFiles() throws IOException {
        Files.writeString(temp.resolve("b.traces.jsonl"), ended(1, 0));
        Files.writeString(temp.resolve("a.traces.jsonl"), ended(2, 1));
        assertThat(names(only(temp))).containsExactly("n1", "n2");
    }
}
