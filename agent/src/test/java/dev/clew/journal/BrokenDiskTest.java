package dev.clew.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenDiskTest {
    @TempDir Path temp;
    final List<String> complaints = new ArrayList<>();
    long now;
    int room = Integer.MAX_VALUE;

    /** Takes as many bytes as there is room for, then says what Linux says. */
    OutputStream disk(File file) throws IOException {
        OutputStream real = new FileOutputStream(file, true);
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                int fits = Math.min(room, length);
                real.write(bytes, offset, fits);
                room -= fits;
                if (fits < length) {
                    throw new IOException("No space left on device");
                }
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    Journal open(LineFile.Opener opener) {
        return Journal.open(JournalSettings.in(temp), complaints::add, opener, () -> now);
    }

    @Test
    void fullDiskLosesOnlyTheTornLine() throws IOException {
        Journal journal = open(this::disk);
        journal.write(List.of(Spans.ended("before")));
        room = 40;
        journal.write(List.of(Spans.ended("torn")));
        room = Integer.MAX_VALUE;
        journal.write(List.of(Spans.ended("too early")));
        now += 31_000_000_000L;
        journal.write(List.of(Spans.ended("after")));
        journal.write(List.of(Spans.ended("later")));
        assertThat(journal.droppedSpans()).isEqualTo(2);
        journal.close();

        List<String> lines = Files.readAllLines(JournalTest.files(temp, FileNames.TRACES).get(0));
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).hasSize(40);
        assertThat(OtlpLines.spans(lines.get(0)).get(0).getName()).isEqualTo("before");
        assertThat(OtlpLines.spans(lines.get(2)).get(0).getName()).isEqualTo("after");
        assertThat(OtlpLines.spans(lines.get(3)).get(0).getName()).isEqualTo("later");
        assertThat(complaints).singleElement().asString().contains("No space left on device", temp.toString());
    }

    @Test
    void aDiskThatStaysFullIsToldOnceAndAskedEveryHalfMinute() throws IOException {
        room = 0;
        int[] asked = {0};
        Journal journal = open(file -> {
            asked[0]++;
            return disk(file);
        });
        for (int i = 0; i < 100; i++) {
            now += 1_000_000_000L;
            journal.write(List.of(Spans.ended("x")));
        }
        assertThat(journal.droppedSpans()).isEqualTo(100);
        assertThat(asked[0]).isEqualTo(4);
        assertThat(complaints).hasSize(1);
        journal.close();
    }

    @Test
    void aWriteThatLeftNothingBehindNeedsNoEmptyLine() throws IOException {
        Journal journal = open(this::disk);
        journal.write(List.of(Spans.ended("a")));
        room = 0;
        journal.write(List.of(Spans.ended("b")));
        room = Integer.MAX_VALUE;
        now += 31_000_000_000L;
        journal.write(List.of(Spans.ended("c")));
        journal.close();
        assertThat(Files.readAllLines(JournalTest.files(temp, FileNames.TRACES).get(0))).hasSize(2);
    }

    @Test
    void theRealFullDeviceIsSurvived() {
        assumeTrue(new File("/dev/full").exists(), "no /dev/full here");
        Journal journal = open(file -> new FileOutputStream("/dev/full", true));
        journal.write(List.of(Spans.ended("a")));
        journal.writeOpen(List.of(Spans.ended("b")));
        assertThat(journal.droppedSpans()).isEqualTo(1);
        assertThat(complaints).singleElement().asString().contains("No space left on device");
        journal.close();
    }
}
