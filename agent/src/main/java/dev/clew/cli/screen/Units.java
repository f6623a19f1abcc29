package dev.clew.cli.screen;

import dev.clew.read.TokenCount;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Times, counts and ids as people read them. */
public final class Units {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter NANOS = new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private Units() {}

    public static String duration(long nanos, boolean unicode) {
        if (nanos < 1_000_000) {
            return nanos / 1000 + (unicode ? " \u00b5s" : " us");
        }
        if (nanos < 1_000_000_000) {
            return nanos / 1_000_000 + " ms";
        }
        long seconds = nanos / 1_000_000_000;
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%d.%02d s", seconds, nanos / 10_000_000 % 100);
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%dm %02ds", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%dh %02dm", seconds / 3600, seconds / 60 % 60);
    }

    /** Empty where nothing is reported; a question mark for the half that is not. */
    public static String tokens(TokenCount tokens, boolean unicode) {
        if (!tokens.isReported()) {
            return "";
        }
        return count(tokens.input()) + (unicode ? "\u2192" : "->") + count(tokens.output()) + " tok";
    }

    private static String count(Long count) {
        if (count == null) {
            return "?";
        }
        if (count < 1000) {
            return count.toString();
        }
        if (count >= 999_500) {
            return tenths(count, 1_000_000) + "M";
        }
        return count < 99_950 ? tenths(count, 1000) + "k" : (count + 500) / 1000 + "k";
    }

    private static String tenths(long count, long unit) {
        long tenths = (count * 10 + unit / 2) / unit;
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    public static String local(long epochNanos, ZoneId zone) {
        return epochNanos == 0 ? "no start given" : LOCAL.format(instant(epochNanos).atZone(zone));
    }

    /** ISO-8601 in UTC with nanoseconds; null for 0, which is no time. */
    public static String iso(long epochNanos) {
        return epochNanos == 0 ? null : NANOS.format(instant(epochNanos));
    }

    private static Instant instant(long epochNanos) {
        return Instant.ofEpochSecond(Long.divideUnsigned(epochNanos, 1_000_000_000), Long.remainderUnsigned(epochNanos, 1_000_000_000));
    }

    /** As much of an id as people compare. */
    public static String shortId(String id, int length) {
        return id.length() > length ? id.substring(0, length) : id;
    }

    public static String plural(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
