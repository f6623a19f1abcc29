package dev.clew.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What is told to somebody who waits. */
class WaitingTest {
    private static final long MILLIS = 1_000_000;

    private final StringWriter errors = new StringWriter();
    private long now = 42;

    private Waiting waiting(boolean seen) {
        return new Waiting(new PrintWriter(errors), seen, () -> now);
    }

    @Test
    void nothingIsSaidForASecond() {
        Waiting waiting = waiting(true);
        waiting.begin();
        now += 999 * MILLIS;
        waiting.at(50, 100);
        waiting.end();
        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void thenHowFarItIsTenTimesASecondAtMostAndTheLineIsGoneAtTheEnd() {
        Waiting waiting = waiting(true);
        waiting.begin();
        now += 1000 * MILLIS;
        waiting.at(300L << 20, 600L << 20);
        now += 99 * MILLIS;
        waiting.at(360L << 20, 600L << 20);
        now += MILLIS;
        waiting.at(600L << 20, 600L << 20);
        assertThat(errors.toString()).isEqualTo("\rreading 50% of 600 MB\rreading 99% of 600 MB");
        waiting.end();
        waiting.end();
        assertThat(errors.toString()).endsWith("600 MB\r" + " ".repeat(21) + "\r");
        assertThat(errors.toString().split(" {21}", -1)).as("erased once").hasSize(2);
    }

    @Test
    void theNextWaitHasASecondOfItsOwn() {
        Waiting waiting = waiting(true);
        waiting.begin();
        now += 5000 * MILLIS;
        waiting.begin();
        waiting.at(1, 2);
        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void ofWhatHasNoLengthItIsSaidHowMuchWasRead() {
        Waiting waiting = waiting(true);
        waiting.begin();
        now += 2000 * MILLIS;
        waiting.at(3L << 20, 0);
        assertThat(errors.toString()).isEqualTo("\rreading 3 MB");
    }

    @Test
    void nothingIsSaidWhereNobodyLooks() {
        Waiting waiting = waiting(false);
        waiting.begin();
        now += 5000 * MILLIS;
        waiting.at(1, 2);
        waiting.end();
        assertThat(errors.toString()).isEmpty();
    }
}
