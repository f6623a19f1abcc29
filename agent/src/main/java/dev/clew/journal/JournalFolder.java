package dev.clew.journal;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/** Which folder the journal lives in. The agent and the command line ask the same question and get the same answer. */
public final class JournalFolder {
    private JournalFolder() {}

    /**
     * {@code clew.dir}, else {@code CLEW_DIR}, else {@code ~/.clew}, else {@code clew-<user>} in the temporary folder. A
     * folder that someone named is taken as it is, writable or not: whoever opens it has to say so. Creates nothing.
     *
     * @param named the value of {@code clew.dir} or {@code --dir}; null or blank means not set
     * @param env the environment
     * @param home the user's home folder, may be null
     * @param temp the temporary folder
     * @param user the user's name, may be null
     * @return never null, absolute, and perhaps not there yet
     */
    public static Path resolve(String named, Map<String, String> env, String home, String temp, String user) {
        String wanted = isSet(named) ? named : env.get("CLEW_DIR");
        if (isSet(wanted)) {
            return path(wanted, home);
        }
        if (isSet(home)) {
            Path implicit = new File(home, ".clew").toPath().toAbsolutePath();
            if (usable(implicit)) {
                return implicit;
            }
        }
        // not the temporary folder itself: that one belongs to everybody
        return new File(temp, "clew-" + (isSet(user) ? safe(user) : "journal")).toPath().toAbsolutePath();
    }

    /** {@link #resolve(String, Map, String, String, String)} with this JVM's own home, temporary folder and user. */
    public static Path resolve(String named, Map<String, String> env) {
        return resolve(named, env, System.getProperty("user.home"), System.getProperty("java.io.tmpdir", "."),
                System.getProperty("user.name"));
    }

    private static Path path(String text, String home) {
        // "-Dclew.dir=~/x" reaches us with the tilde: no shell expands it there
        String expanded = isSet(home) && (text.equals("~") || text.startsWith("~/")) ? home + text.substring(1) : text;
        try {
            return Path.of(expanded).toAbsolutePath();
        } catch (InvalidPathException e) {
            // a path this system cannot even name: hand back one that fails loudly and shows what was asked for
            return Path.of(text.replaceAll("[^A-Za-z0-9._-]", "_")).toAbsolutePath();
        }
    }

    private static boolean usable(Path folder) {
        if (Files.exists(folder)) {
            return Files.isDirectory(folder) && Files.isWritable(folder);
        }
        Path parent = folder.getParent();
        return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                && parent != null && Files.isDirectory(parent) && Files.isWritable(parent);
    }

    private static boolean isSet(String text) {
        return text != null && !text.isBlank();
    }

    private static String safe(String user) {
        return user.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
