package dev.clew.journal;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses rotated files and keeps the folder under its cap, on a thread that lives only while there is work. A reader
 * never sees half a file: the compressed one appears under its name when it is complete, then the plain one goes.
 */
final class Housekeeping {
    private static final String THREAD = "clew-gzip";

    private final Deque<File> rotated = new ArrayDeque<>();
    private final FolderCap cap;
    private Thread worker;
    private volatile boolean closing;

    Housekeeping(FolderCap cap) {
        this.cap = cap;
    }

    void compress(File file) {
        synchronized (rotated) {
            rotated.add(file);
            if (worker == null) {
                worker = new Thread(null, this::work, THREAD, 128 << 10);
                worker.setDaemon(true);
                worker.setPriority(Thread.MIN_PRIORITY);
                worker.setContextClassLoader(null); // an application's loader must not live on because of us
                worker.start();
            }
        }
    }

    private void work() {
        for (File file = next(); file != null; file = next()) {
            try {
                gzip(file);
                cap.enforce();
            } catch (IOException | RuntimeException e) {
                // the plain file is still there and can be read; the next rotation may have more luck
            }
        }
    }

    private File next() {
        synchronized (rotated) {
            File next = closing ? null : rotated.poll();
            if (next == null) {
                worker = null;
            }
            return next;
        }
    }

    private void gzip(File plain) throws IOException {
        Path target = Path.of(plain.getPath() + FileNames.GZ);
        Path temporary = Path.of(target + FileNames.TEMP);
        OwnerOnly.newFile(temporary);
        try {
            if (copy(plain, temporary.toFile())) {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
                Files.delete(plain.toPath());
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** False when the JVM is going down: the plain file is as good. */
    private boolean copy(File from, File to) throws IOException {
        byte[] block = new byte[64 << 10];
        try (InputStream in = new FileInputStream(from);
                OutputStream out = new Quick(new FileOutputStream(to))) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                if (closing) {
                    return false;
                }
                out.write(block, 0, n);
            }
        }
        return true;
    }

    /** Gives the thread a moment to clean up behind itself; what is not compressed by then stays plain. */
    void close() {
        closing = true;
        Thread running;
        synchronized (rotated) {
            running = worker;
        }
        if (running != null) {
            try {
                running.join(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Half the processor time of the usual level; the application's processors pay for it. */
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out, 32 << 10);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
