package dev.clew.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class NeverTest {
    @Test
    void poolsThreadsAreListedAndTasksAreNot() {
        assertThat(Never.lists(ForkJoinWorkerThread.class)).isTrue();
        assertThat(Never.lists(FutureTask.class)).isFalse();
        assertThat(Never.lists(NeverTest.class)).isFalse();
    }

    @Test
    void housekeepersAreKnownByTheirThreads() {
        assertThat(Never.isNamed("HikariPool-1 housekeeper")).isTrue();
        assertThat(Never.isNamed("my-worker")).isFalse();
    }

    /** A slip of the pen in the list would carry what must not be carried, silently. */
    @Test
    void everyLineOfTheListSaysWhatItMeans() throws Exception {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Never.class.getResourceAsStream("never-carried.txt"), StandardCharsets.UTF_8))) {
            assertThat(lines.lines()).hasSizeGreaterThan(50).allMatch(
                    line -> line.matches("|#.*|(class [\\w.$]+|thread [\\w. -]*[\\w.-])( +# .+)?"));
        }
    }
}
