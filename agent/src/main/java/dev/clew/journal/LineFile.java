package dev.clew.journal;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/**
 * One file that grows line by line; made at the first line. A write that failed half way leaves a torn line behind; the
 * next good line then starts with a newline of its own, so that nothing but the torn one is lost.
 */
final class LineFile {
    /** How a file is opened for appending; tests put a broken disk here. */
    interface Opener {
        OutputStream open(File file) throws IOException;
    }

    // a FileChannel would be closed for good by an interrupt; a FileOutputStream knows no interrupts
    static final class Disk implements Opener {
        @Override
        public OutputStream open(File file) throws IOException {
            return new FileOutputStream(file, true);
        }
    }

    private final Path folder;
    private final String stem;
    private final String suffix;
    private final Opener opener;
    private File file;
    private OutputStream out;
    private long length;
    private boolean torn;

    LineFile(Path folder, String stem, String suffix, Opener opener) {
        this.folder = folder;
        this.stem = stem;
        this.suffix = suffix;
        this.opener = opener;
    }

    /** @param line a whole line with its newline at the end */
    void append(LineBuffer line) throws IOException {
        lookAround();
        if (out == null) {
            open();
        }
        try {
            if (torn) {
                out.write('\n');
                length++;
                torn = false;
            }
            line.writeTo(out);
            length += line.size();
        } catch (IOException e) {
            close();
            torn = true;
            throw e;
        }
    }

    /** One look at the file a batch: is it still there, and does it end where our last good line ended? */
    private void lookAround() {
        if (file == null) {
            return;
        }
        long actual = file.length();
        if (actual == length) {
            torn = false; // the failed write left nothing behind
        } else if (actual == 0 && !file.exists()) {
            forget(); // somebody cleaned up while we run
        } else {
            length = actual;
        }
    }

    private void open() throws IOException {
        if (file == null) {
            OwnerOnly.folder(folder);
            file = create();
            length = 0;
        }
        out = opener.open(file);
    }

    private File create() throws IOException {
        for (int n = 1; ; n++) {
            Path path = folder.resolve(n == 1 ? stem.concat(suffix) : stem + "-" + n + suffix);
            try {
                OwnerOnly.newFile(path);
                return path.toFile();
            } catch (FileAlreadyExistsException e) {
                // two containers can have the same pid in the same second; a thousand of them are something else
                if (n == 1000) {
                    throw e;
                }
            }
        }
    }

    /** The next line goes to a new file. */
    void forget() {
        close();
        file = null;
        length = 0;
        torn = false;
    }

    /** Null while nothing was written. */
    File file() {
        return file;
    }

    long length() {
        return length;
    }

    void close() {
        OutputStream open = out;
        out = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // every line went to the system when it was written; there is nothing left to lose
            }
        }
    }
}
