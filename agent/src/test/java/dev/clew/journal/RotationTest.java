package dev.clew.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RotationTest {
    private static final long KIB = 1024;
    @TempDir Path temp;

    Journal open(long rotate, long total, boolean gzip) {
        return Journal.open(new JournalSettings(temp, rotate, total, gzip), Resource.empty(), line -> {});
    }

    static void awaitNoPlainRotatedFile(Path folder) throws IOException {
        while (JournalTest.files(folder, FileNames.TRACES).size() > 1 || !JournalTest.files(folder, FileNames.TEMP).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void fullFilesAreRenamedAndCompressedAndNothingIsLost() throws IOException {
        Journal journal = open(10 * KIB, 1024 * KIB, true);
        for (int i = 0; i < 50; i++) {
            journal.write(List.of(Spans.ended("s" + i, "k", "x".repeat(1000))));
        }
        awaitNoPlainRotatedFile(temp);
        journal.close();
        List<Path> compressed = JournalTest.files(temp, FileNames.TRACES + FileNames.GZ);
        assertThat(compressed).hasSizeGreaterThan(3);
        assertThat(compressed.get(0).getFileName().toString()).matches("\\d{8}T\\d{6}Z-\\d+\\.\\d+\\.traces\\.jsonl\\.gz");
        List<String> names = new ArrayList<>(JournalTest.names(temp));
        for (Path file : compressed) {
            OtlpLines.spans(file).forEach(span -> names.add(span.getName()));
        }
        assertThat(names).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void capDeletesTheOldestRotatedFilesFirst() throws IOException {
        Path foreign = Files.writeString(temp.resolve("mine.jsonl"), "x".repeat(100_000));
        Journal journal = open(10 * KIB, 50 * KIB, false);
        for (int i = 0; i < 200; i++) {
            journal.write(List.of(Spans.ended("s" + i, "k", "x".repeat(1000))));
        }
        journal.close();
        long total = 0;
        for (Path file : JournalTest.files(temp, FileNames.TRACES)) {
            total += Files.size(file);
        }
        assertThat(total).isLessThan(65 * KIB);
        assertThat(JournalTest.names(temp)).contains("s199").doesNotContain("s0");
        assertThat(foreign).exists();
    }

    @Test
    void capSparesTheFilesOfProcessesThatStillRun() throws IOException {
        String old = "x".repeat(100_000);
        Path running = Files.writeString(
                temp.resolve("20200101T000000Z-" + ProcessHandle.current().pid() + FileNames.TRACES), old);
        Path dead = Files.writeString(temp.resolve("20200101T000001Z-999999999" + FileNames.TRACES), old);
        Files.setLastModifiedTime(dead, FileTime.fromMillis(0));
        Journal journal = open(10 * KIB, 50 * KIB, true);
        journal.write(List.of(Spans.ended("x")));
        journal.close();
        assertThat(running).exists();
        assertThat(dead).doesNotExist();
    }
}
