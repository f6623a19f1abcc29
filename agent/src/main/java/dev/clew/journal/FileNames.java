package dev.clew.journal;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The names of the files: {@code <start>-<pid>[-<n>][.<rotation>].<traces|live>.jsonl[.gz]}; they sort by start. */
final class FileNames {
    static final String TRACES = ".traces.jsonl";
    static final String LIVE = ".live.jsonl";
    static final String GZ = ".gz";
    static final String TEMP = ".tmp";

    private FileNames() {}

    static String stem(long epochMillis, long pid) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(Math.floorDiv(epochMillis, 1000L), 0, ZoneOffset.UTC);
        StringBuilder name = new StringBuilder(32);
        digits(name, at.getYear(), 4);
        digits(name, at.getMonthValue(), 2);
        digits(name, at.getDayOfMonth(), 2);
        name.append('T');
        digits(name, at.getHour(), 2);
        digits(name, at.getMinute(), 2);
        digits(name, at.getSecond(), 2);
        return name.append("Z-").append(pid).toString();
    }

    /** Whether Clew gave this name: only such files count against the cap, and only they are ever deleted. */
    static boolean isOurs(String name) {
        return pid(name) >= 0
                && (ends(name, TRACES) || ends(name, LIVE));
    }

    static boolean isTemporary(String name) {
        return pid(name) >= 0 && name.endsWith(TEMP);
    }

    static boolean isRotated(String name) {
        String rest = name.endsWith(GZ) ? name.substring(0, name.length() - GZ.length()) : name;
        return name.endsWith(GZ) || rest.endsWith(TRACES) && rest.indexOf('.') < rest.length() - TRACES.length();
    }

    /** The process id in the name, or -1 where the name is not one of ours. */
    static long pid(String name) {
        if (name.length() < 18 || name.charAt(8) != 'T' || name.charAt(15) != 'Z' || name.charAt(16) != '-') {
            return -1;
        }
        for (int i = 0; i < 15; i++) {
            if (i != 8 && !digit(name.charAt(i))) {
                return -1;
            }
        }
        int end = 17;
        long pid = 0;
        while (end < name.length() && digit(name.charAt(end)) && end < 30) {
            pid = pid * 10 + name.charAt(end++) - '0';
        }
        return end == 17 ? -1 : pid;
    }

    private static boolean ends(String name, String suffix) {
        return name.endsWith(suffix) || name.endsWith(suffix + GZ);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void digits(StringBuilder out, int value, int width) {
        String text = Integer.toString(value);
        for (int i = text.length(); i < width; i++) {
            out.append('0');
        }
        out.append(text);
    }
}
