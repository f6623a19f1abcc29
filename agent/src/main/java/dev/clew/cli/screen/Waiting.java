package dev.clew.cli.screen;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** A line on standard error for somebody who has waited for more than a second; gone when the wait is over. One thread. */
public final class Waiting {
    private static final long PATIENCE = 1_000_000_000;
    private static final long STEP = 100_000_000;

    private final PrintWriter errors;
    private final boolean seen;
    private final LongSupplier clock;
    private long next;
    private int shown;

    /**
     * @param seen whether a person looks at it; else nothing is ever said
     * @param clock nanoseconds since whenever
     */
    Waiting(PrintWriter errors, boolean seen, LongSupplier clock) {
        this.errors = errors;
        this.seen = seen;
        this.clock = clock;
        begin();
    }

    /** Something that may take long begins. */
    public void begin() {
        next = seen ? clock.getAsLong() + PATIENCE : 0;
    }

    /** How far it has come; may be told as often as one likes. */
    public void at(long done, long all) {
        if (seen && clock.getAsLong() - next >= 0) {
            next = clock.getAsLong() + STEP;
            show("reading " + (all > 0 ? Math.min(99, done * 100 / all) + "% of " + megabytes(all) : megabytes(done)));
        }
    }

    private static String megabytes(long bytes) {
        return Math.max(1, bytes >> 20) + " MB";
    }

    private void show(String text) {
        errors.print('\r' + text + " ".repeat(Math.max(0, shown - text.length())));
        errors.flush();
        shown = Math.max(shown, text.length());
    }

    /** It is over, or something else is to be said: there is nothing on the line any more. */
    public void end() {
        if (shown > 0) {
            errors.print('\r' + " ".repeat(shown) + '\r');
            errors.flush();
            shown = 0;
        }
    }
}
