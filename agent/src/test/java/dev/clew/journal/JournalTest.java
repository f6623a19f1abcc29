package dev.clew.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir Path temp;
    final List<String> complaints = new ArrayList<>();

    Journal open(Path folder) {
        return Journal.open(JournalSettings.in(folder), Resource.empty(), complaints::add);
    }

    static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
        }
    }

    static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : files(folder, FileNames.TRACES)) {
            OtlpLines.spans(file).forEach(span -> names.add(span.getName()));
        }
        return names;
    }

    @Test
    void everyLineIsOtlpByTheProtobufDefinitions() throws IOException {
        Span parent = Spans.start("invoke_agent a", null);
        Span child = Spans.start("chat gpt", parent);
        child.setAttribute("s", "text");
        child.setAttribute("l", Long.MAX_VALUE);
        child.setAttribute("d", Double.NaN);
        child.setAttribute("b", true);
        child.setAttribute(AttributeKey.stringArrayKey("a"), List.of("x", "y"));
        child.addLink(parent.getSpanContext(), Attributes.of(AttributeKey.stringKey("clew.link"), "data"));
        child.addEvent("e", Attributes.of(AttributeKey.longKey("n"), 3L));
        child.setStatus(StatusCode.ERROR, "no");
        child.end();
        parent.end();
        try (Journal journal = open(temp)) {
            journal.write(List.of(Spans.data(child), Spans.data(parent)));
            journal.write(List.of(Spans.ended("third")));
        }
        Path file = files(temp, FileNames.TRACES).get(0);
        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(names(temp)).containsExactly("chat gpt", "invoke_agent a", "third");
        assertThat(OtlpLines.spans(file).get(0).getParentSpanId()).hasSize(8);
        assertThat(OtlpLines.spans(file).get(0).getLinksCount()).isEqualTo(1);
        assertThat(file.getFileName().toString()).matches("\\d{8}T\\d{6}Z-\\d+\\.traces\\.jsonl");
        assertThat(complaints).isEmpty();
    }

    @Test
    void anyTextStaysOnOneLine() throws IOException {
        String nasty = "a\nb\r\u0000\u001b[31m\u2028\u0085 \ud83d\ude00 \ud800 lone \udc00 \" \\ \u007f end";
        String huge = "5 MB \u00e9\n".repeat(700_000);
        try (Journal journal = open(temp)) {
            journal.write(List.of(Spans.ended("nasty", "nasty\nkey", nasty)));
            journal.write(List.of(Spans.ended("huge", "k", huge), Spans.ended("after")));
        }
        Path file = files(temp, FileNames.TRACES).get(0);
        var spans = OtlpLines.spans(file);
        assertThat(spans).extracting(s -> s.getName()).containsExactly("nasty", "huge", "after");
        assertThat(spans.get(0).getAttributes(0).getValue().getStringValue())
                .isEqualTo(nasty.replace("\ud800", "?").replace(" \udc00", " ?"));
        assertThat(spans.get(1).getAttributes(0).getValue().getStringValue()).isEqualTo(huge);
    }

    @Test
    void aLargeBatchIsSplitIntoLines() throws IOException {
        List<SpanData> many = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            many.add(Spans.ended("s" + i));
        }
        List<SpanData> heavy = List.of(Spans.ended("h0", "k", "x".repeat(700_000)), Spans.ended("h1", "k", "x".repeat(700_000)));
        try (Journal journal = open(temp)) {
            journal.write(many);
            journal.write(heavy);
            assertThat(journal.droppedSpans()).isZero();
        }
        assertThat(Files.readAllLines(files(temp, FileNames.TRACES).get(0))).hasSize(3 + 2);
        assertThat(names(temp)).hasSize(602).doesNotHaveDuplicates();
    }

    @Test
    void nothingIsCreatedBeforeTheFirstSpan() throws IOException {
        open(temp.resolve("new")).close();
        assertThat(files(temp.resolve("new"), "")).isEmpty();
    }

    @Test
    void onlyTheOwnerCanRead() throws IOException {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        Path folder = temp.resolve("a/b");
        try (Journal journal = open(folder)) {
            journal.write(List.of(Spans.ended("x")));
            journal.writeOpen(List.of(Spans.data(Spans.start("open", null))));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        for (Path file : files(folder, ".jsonl")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
        assertThat(files(folder, ".jsonl")).hasSize(2);
    }

    @Test
    void twoJournalsShareAFolder() throws IOException {
        try (Journal one = open(temp); Journal two = open(temp)) {
            one.write(List.of(Spans.ended("one")));
            two.write(List.of(Spans.ended("two")));
            one.write(List.of(Spans.ended("three")));
        }
        assertThat(files(temp, FileNames.TRACES)).hasSize(2);
        assertThat(names(temp)).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void aLinkUnderOurNameIsNotFollowed() throws IOException {
        Path victim = Files.writeString(temp.resolve("victim"), "precious");
        Path folder = Files.createDirectory(temp.resolve("folder"));
        long now = System.currentTimeMillis();
        for (int second = 0; second < 30; second++) {
            String stem = FileNames.stem(now + second * 1000L, ProcessHandle.current().pid());
            Files.createSymbolicLink(folder.resolve(stem + FileNames.TRACES), victim);
        }
        try (Journal journal = open(folder)) {
            journal.write(List.of(Spans.ended("x")));
        }
        assertThat(victim).hasContent("precious");
        assertThat(files(folder, "-2" + FileNames.TRACES)).hasSize(1);
    }

    @Test
    void aFolderThatCannotBeMadeIsToldOnceAndEverythingIsCounted() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        for (Path folder : List.of(file, file.resolve("below"))) {
            complaints.clear();
            try (Journal journal = open(folder)) {
                journal.write(List.of(Spans.ended("x"), Spans.ended("y")));
                journal.writeOpen(List.of(Spans.data(Spans.start("z", null))));
                journal.write(List.of(Spans.ended("x")));
                assertThat(journal.droppedSpans()).isEqualTo(3);
            }
            assertThat(complaints).hasSize(1);
            assertThat(complaints.get(0)).contains(folder.toString(), "-Dclew.dir=", "cannot write");
        }
    }

    @Test
    void aFolderThatIsTakenAwayIsMadeAgain() throws IOException {
        Path folder = temp.resolve("folder");
        try (Journal journal = open(folder)) {
            journal.write(List.of(Spans.ended("lost")));
            for (Path file : files(folder, "")) {
                Files.delete(file);
            }
            Files.delete(folder);
            journal.write(List.of(Spans.ended("kept")));
            journal.write(List.of(Spans.ended("too")));
        }
        assertThat(names(folder)).containsExactly("kept", "too");
    }

    @Test
    void liveFileHoldsWhatIsOpenAndGoesWhenNothingIs() throws IOException {
        Span span = Spans.start("chat", null);
        Journal journal = open(temp);
        journal.writeOpen(List.of(Spans.data(span)));
        Path live = files(temp, FileNames.LIVE).get(0);
        assertThat(OtlpLines.spans(live)).singleElement().satisfies(s -> {
            assertThat(s.getName()).isEqualTo("chat");
            assertThat(s.getEndTimeUnixNano()).isZero();
            assertThat(s.getStartTimeUnixNano()).isPositive();
        });
        span.end();
        journal.write(List.of(Spans.data(span)));
        journal.close();
        assertThat(live).doesNotExist();
    }

    @Test
    void liveFileStaysWhenTheJvmEndsWithOpenSpans() throws IOException {
        try (Journal journal = open(temp)) {
            journal.writeOpen(List.of(Spans.data(Spans.start("chat", null))));
        }
        assertThat(files(temp, FileNames.LIVE)).hasSize(1);
    }

    @Test
    void liveFileForgetsEndedSpansWhenItHasGrown() throws IOException {
        try (Journal journal = open(temp)) {
            Span waits = Spans.start("waits", null);
            journal.writeOpen(List.of(Spans.data(waits)));
            for (int i = 0; i < 6; i++) {
                Span span = Spans.start("s" + i, null);
                span.setAttribute("k", "x".repeat(1_000_000));
                journal.writeOpen(List.of(Spans.data(span)));
                span.end();
                journal.write(List.of(Spans.data(span)));
            }
            Path live = files(temp, FileNames.LIVE).get(0);
            assertThat(Files.size(live)).isLessThan(4 << 20);
            assertThat(OtlpLines.spans(live)).extracting(s -> s.getName()).contains("waits").doesNotContain("s0");
            assertThat(files(temp, FileNames.TEMP)).isEmpty();
        }
    }
}
