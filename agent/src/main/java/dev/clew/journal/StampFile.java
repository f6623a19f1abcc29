package dev.clew.journal;

import dev.clew.capture.Content;
import dev.clew.stamp.Kind;
import dev.clew.stamp.Store;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/**
 * The texts behind stamps, each once: {@code stamps.jsonl}, to which all JVMs of a folder append, a line in one piece. What two
 * write at the same time stands there twice, which readers bear. A full file becomes {@code stamps.old.jsonl}, and what is still
 * in use is written anew. One thread; nothing throws.
 */
final class StampFile implements Store {
    static final String NAME = "stamps.jsonl";
    static final String OLD = "stamps.old.jsonl";
    private static final String START = "{\"stamp\":\"";
    private static final String IS = "\"is\":\"";
    private static final int DIGITS = 16;
    private static final long RETRY_NANOS = 30_000_000_000L;
    private static final int MAX_KNOWN = 1 << 16;

    private final Path folder;
    private final File file;
    private final boolean texts;
    private final int longest;
    private final long fullAt;
    private final Set<String> known = new HashSet<>();
    private final LineBuffer line = new LineBuffer();
    private long length = -1;
    private boolean failing;
    private long retryAt;

    /**
     * @param texts whether the user wants content kept; stamps and names are none
     * @param longest characters of a text that are kept
     * @param fullAt bytes
     */
    StampFile(Path folder, boolean texts, int longest, long fullAt) {
        this.folder = folder;
        this.file = folder.resolve(NAME).toFile();
        this.texts = texts;
        this.longest = longest;
        this.fullAt = fullAt;
    }

    @Override
    public boolean lost() {
        return length > 0 && file.length() < length;
    }

    @Override
    public boolean keep(String stamp, Kind kind, String name, String text) {
        if (isNew(stamp)) {
            begin(stamp, kind);
            if (name != null) {
                line.ascii(",\"name\":");
                line.text(name);
            }
            if (texts) {
                String kept = Content.cut(text, longest);
                line.ascii(",\"text\":");
                line.text(kept);
                if (kept.length() != text.length()) {
                    line.ascii(",\"cut\":true");
                }
            }
            end(stamp);
        }
        return known.contains(stamp);
    }

    @Override
    public void same(String stamp, Kind kind, String is) {
        String both = stamp + is;
        if (isNew(both)) {
            begin(stamp, kind);
            line.ascii("," + IS);
            line.ascii(is);
            line.write('"');
            end(both);
        }
    }

    private void begin(String stamp, Kind kind) {
        line.clear();
        line.ascii(START);
        line.ascii(stamp);
        line.ascii("\",\"kind\":\"");
        line.ascii(kind.label());
        line.ascii("\",\"at\":\"");
        line.ascii(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        line.write('"');
    }

    private void end(String key) {
        line.ascii("}\n");
        try (FileOutputStream out = new FileOutputStream(file, true)) {
            line.writeTo(out);
            length = file.length();
            known.add(key);
        } catch (IOException e) {
            failed();
        }
    }

    private void failed() {
        length = -1;
        retryAt = System.nanoTime() + RETRY_NANOS;
        failing = true;
    }

    /** Looks whether another JVM has told it, the first time, and whether the file is still the one that was looked at. */
    private boolean isNew(String key) {
        if (failing && System.nanoTime() - retryAt < 0) {
            return false;
        }
        failing = false;
        try {
            if (length < 0 || file.length() < length) {
                open();
            }
            if (file.length() > fullAt) {
                Files.move(file.toPath(), folder.resolve(OLD), StandardCopyOption.REPLACE_EXISTING);
                open();
            }
        } catch (IOException | RuntimeException e) {
            failed();
            return false;
        }
        return known.size() < MAX_KNOWN && !known.contains(key);
    }

    private void open() throws IOException {
        known.clear();
        if (Files.isSymbolicLink(file.toPath())) {
            throw new IOException("a link stands in its place");
        }
        if (!file.exists()) {
            OwnerOnly.folder(folder);
            try {
                OwnerOnly.newFile(file.toPath());
            } catch (FileAlreadyExistsException e) {
                // another JVM was as fast
            }
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8))) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                note(text);
            }
        }
        length = file.length();
        closeTornLine();
    }

    private void note(String text) {
        int from = START.length();
        if (!text.startsWith(START) || !text.endsWith("}") || text.length() < from + DIGITS) {
            return;
        }
        String stamp = text.substring(from, from + DIGITS);
        int is = text.indexOf(IS);
        // a text that holds these letters has its quotes escaped
        known.add(is < 0 || is + IS.length() + DIGITS > text.length() ? stamp : stamp + text.substring(is + IS.length(), is + IS.length() + DIGITS));
    }

    /** Of a JVM that was killed while it wrote, or of a disk that was full. */
    private void closeTornLine() throws IOException {
        if (length == 0) {
            return;
        }
        byte last;
        try (var in = new java.io.RandomAccessFile(file, "r")) {
            in.seek(length - 1);
            last = in.readByte();
        }
        if (last != '\n') {
            try (FileOutputStream out = new FileOutputStream(file, true)) {
                out.write('\n');
            }
            length = file.length();
        }
    }
}
