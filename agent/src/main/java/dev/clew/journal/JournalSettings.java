package dev.clew.journal;

import java.nio.file.Path;

/**
 * Where the journal writes, and how much.
 *
 * @param folder already resolved, see {@link JournalFolder}; it need not exist yet
 * @param rotateBytes a traces file that has grown past this is closed, renamed and compressed
 * @param totalBytes what all journal files of the folder may take together; the oldest go first
 * @param gzip whether rotated files are compressed
 */
public record JournalSettings(Path folder, long rotateBytes, long totalBytes, boolean gzip) {
    private static final long MIB = 1L << 20;

    /** 64 MiB a file, 1 GiB in total, compressed. */
    public static JournalSettings in(Path folder) {
        return new JournalSettings(folder, 64 * MIB, 1024 * MIB, true);
    }
}
