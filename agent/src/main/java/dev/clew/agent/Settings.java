package dev.clew.agent;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the user asked for: options behind {@code -javaagent:clew-agent.jar=}, then system properties {@code clew.*}, then the
 * environment ({@code CLEW_*}). A value that makes no sense is named in {@link #problems} and the default holds. Immutable.
 */
public final class Settings {
    private static final Set<String> KNOWN = new HashSet<>(Arrays.asList(
            "enabled", "dir", "content", "disable", "content.max", "queue", "journal.rotate", "journal.total", "threads", "carry",
            "propagate", "fail"));

    private final Map<String, String> options;
    private final List<String> problems = new ArrayList<>();
    private final String jar;

    private final boolean content;
    private final int contentMax;
    private final int queue;
    private final long rotateBytes;
    private final long totalBytes;
    private final Set<String> switchedOff;
    private final long carrySeconds;
    private final boolean propagate;
    private final String fail;

    /**
     * @param options as after the {@code =} of the JVM flag, may be null or empty
     * @param jar path of the agent jar, for the command line that is shown to the user
     */
    public Settings(String options, String jar) {
        this.jar = jar;
        this.options = parse(options);
        this.content = "local".equals(oneOf("content", "local", "none"));
        this.contentMax = (int) number("content.max", 262_144, 64, Integer.MAX_VALUE, "characters");
        this.queue = (int) number("queue", 4096, 16, 1 << 20, "spans");
        this.rotateBytes = number("journal.rotate", 64, 1, 1 << 20, "MiB") << 20;
        this.totalBytes = number("journal.total", 1024, 1, 1 << 20, "MiB") << 20;
        String off = value("disable");
        this.switchedOff = off == null || off.isBlank()
                ? new HashSet<>()
                : new HashSet<>(Arrays.asList(off.trim().split("\\s*,\\s*")));
        if (!"true".equals(oneOf("threads", "false", "true"))) {
            switchedOff.add("threads");
        }
        this.carrySeconds = number("carry", 30, 0, 86_400, "seconds");
        this.propagate = "true".equals(oneOf("propagate", "true", "false"));
        this.fail = value("fail");
    }

    private Map<String, String> parse(String text) {
        if (text == null || text.isBlank()) {
            return Collections.emptyMap();
        }
        Map<String, String> parsed = new HashMap<>();
        for (String option : text.split(",")) {
            int eq = option.indexOf('=');
            String key = (eq < 0 ? option : option.substring(0, eq)).trim();
            key = key.startsWith("clew.") ? key.substring("clew.".length()) : key;
            if (eq < 0 || !KNOWN.contains(key)) {
                problems.add("option '" + option.trim() + "' is not known and ignored; options look like dir=/tmp/traces");
            } else {
                parsed.put(key, option.substring(eq + 1).trim());
            }
        }
        return parsed;
    }

    private String value(String key) {
        String value = options.get(key);
        if (value == null) {
            value = System.getProperty("clew." + key);
        }
        return value != null ? value : System.getenv("CLEW_" + key.replace('.', '_').toUpperCase(Locale.ROOT));
    }

    private String oneOf(String key, String usual, String other) {
        String value = value(key);
        if (value == null || value.equals(usual) || value.equals(other)) {
            return value == null ? usual : value;
        }
        problems.add("clew." + key + "=" + value + " is neither " + usual + " nor " + other + ": " + usual + " is used");
        return usual;
    }

    private long number(String key, long usual, long least, long most, String unit) {
        String value = value(key);
        if (value == null) {
            return usual;
        }
        try {
            long number = Long.parseLong(value.trim());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        problems.add("clew." + key + "=" + value + " is not a number of " + unit + " from " + least + " to " + most + ": "
                + usual + " is used");
        return usual;
    }

    /** One sentence each, for the user. */
    public List<String> problems() {
        return problems;
    }

    /** The folder that the user named, or null for the usual places. */
    public String dir() {
        String dir = options.get("dir");
        return dir != null ? dir : System.getProperty("clew.dir");
    }

    /** Whether prompts, answers, arguments and results are kept; else only names, times and counts. */
    public boolean content() {
        return content;
    }

    /** Whether requests that the application sends for traced work say so in their headers. */
    public boolean propagate() {
        return propagate;
    }

    /** Characters of one attribute's text, before it is cut with a mark that says so. */
    public int contentMax() {
        return contentMax;
    }

    /** Spans that may wait for the recorder before new ones are dropped. */
    public int queue() {
        return queue;
    }

    public long rotateBytes() {
        return rotateBytes;
    }

    public long totalBytes() {
        return totalBytes;
    }

    /** Libraries, as {@code doctor} names them, whose hooks are left out. */
    public Set<String> switchedOff() {
        return switchedOff;
    }

    /** For how many seconds after its end an operation is still handed on to other threads. */
    public long carrySeconds() {
        return carrySeconds;
    }

    /** Test switch: every hook throws. */
    public boolean failHooks() {
        return "hooks".equals(fail);
    }

    /** Test switch: no call site can be linked. */
    public boolean failLinks() {
        return "links".equals(fail);
    }

    /** The command that shows the traces in {@code folder}. */
    public String showCommand(String folder) {
        return "java -jar " + quoted(jar) + " show" + (dir() == null ? "" : " --dir " + quoted(folder));
    }

    private static String quoted(String path) {
        return path.indexOf(' ') < 0 ? path : '"' + path + '"';
    }

    /** The agent jar itself. */
    public File jar() {
        return new File(jar);
    }
}
