package dev.clew.journal;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;

/** Deletes the oldest journal files when all of them together take too much. Looks at nothing but our own names. */
final class FolderCap {
    /** A pid tells nothing about a process in another container, so a file written to lately counts as in use. */
    private static final long IN_USE_MILLIS = 60 * 60 * 1000L;

    private final File folder;
    private final long totalBytes;
    private final String ownStem;

    FolderCap(Path folder, long totalBytes, String ownStem) {
        this.folder = folder.toFile();
        this.totalBytes = totalBytes;
        this.ownStem = ownStem;
    }

    void enforce() {
        File[] files = folder.listFiles();
        if (files == null) {
            return;
        }
        long now = System.currentTimeMillis();
        long total = 0;
        int ours = 0;
        for (File file : files) {
            String name = file.getName();
            if (FileNames.isOurs(name)) {
                total += file.length();
                files[ours++] = file;
            } else if (FileNames.isTemporary(name) && now - file.lastModified() > IN_USE_MILLIS) {
                file.delete(); // a JVM died while it compressed
            }
        }
        if (total > totalBytes) {
            deleteOldest(Arrays.copyOf(files, ours), total, now);
        }
    }

    private void deleteOldest(File[] ours, long total, long now) {
        Arrays.sort(ours, FolderCap::byAge);
        long left = total;
        for (int i = 0; i < ours.length && left > totalBytes; i++) {
            long size = ours[i].length();
            if (!isCurrent(ours[i], now) && ours[i].delete()) {
                left -= size;
            }
        }
    }

    private boolean isCurrent(File file, long now) {
        String name = file.getName();
        if (FileNames.isRotated(name)) {
            return false;
        }
        if (name.startsWith(ownStem)) {
            return true;
        }
        return now - file.lastModified() < IN_USE_MILLIS && isAlive(FileNames.pid(name));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).isPresent();
    }

    private static int byAge(File a, File b) {
        int byTime = Long.compare(a.lastModified(), b.lastModified());
        return byTime != 0 ? byTime : a.getName().compareTo(b.getName());
    }
}
