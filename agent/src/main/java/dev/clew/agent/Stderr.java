package dev.clew.agent;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The few lines that Clew says to the user of an application: to the process's stderr itself, not to {@code System.err}, which
 * the application may have pointed at a logger of its own.
 */
public final class Stderr {
    private Stderr() {}

    /** One line, with the prefix {@code clew: }. Never throws. */
    @SuppressWarnings("resource") // closing it would close the application's stderr
    public static void say(String line) {
        try {
            OutputStream err = new FileOutputStream(FileDescriptor.err);
            err.write(("clew: " + line.replace('\n', ' ') + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException nobodyListens) {
            // stderr is closed
        }
    }
}
