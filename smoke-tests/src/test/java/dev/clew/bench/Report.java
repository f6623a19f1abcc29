package dev.clew.bench;

import static dev.clew.bench.Contender.Kind.CLEW;
import static dev.clew.bench.Contender.Kind.EMPTY;
import static dev.clew.bench.Contender.Kind.NONE;
import static dev.clew.bench.Contender.Kind.OTEL;
import static dev.clew.bench.Contender.Kind.OTEL_EXPORTING;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Markdown: medians with their spread, then each promise with what was measured. */
final class Report {

    static final String HELLO_WALL = "hello world, wall";
    static final String HELLO_CPU = "hello world, CPU";
    static final String HELLO_PEAK = "hello world, peak memory";
    static final String DEMO_WALL = "demo, wall";
    static final String DEMO_CPU = "demo, CPU";
    static final String DEMO_PEAK = "demo, peak memory";
    static final String CALL_WALL = "model call over java.net.http, wall";
    static final String CALL_CPU = "model call over java.net.http, CPU";
    static final String CALL_SETTLED = "the same, once the JIT compiler rests";
    static final String CALL_ALL = "all those calls from the JVM's start, CPU";
    static final String SUBMIT_IDLE = "submit and get, nothing traced";
    static final String SUBMIT_ACTIVE = "submit and get, trace active";
    static final String BATCH_IDLE = "submit 500 and get, a task, nothing traced";
    static final String BATCH_ACTIVE = "submit 500 and get, a task, trace active";

    static final String PLAIN_JDK = "a request that is no model call, java.net.http, allocated by its thread";
    static final String PLAIN_URL = "a request that is no model call, HttpURLConnection, allocated by its thread";

    static final String BOOT_READY = "Spring Boot + Spring AI, to ready, wall";
    static final String BOOT_WALL = "Spring Boot + Spring AI, to the first answer, wall";
    static final String BOOT_CPU = "Spring Boot + Spring AI, start, one request and end, CPU";
    static final String BOOT_PEAK = "Spring Boot + Spring AI, peak memory";

    static final String HANDOVER = "hand-over, ";

    private final Series.Book book;
    private final StringBuilder out = new StringBuilder();

    private Report(Series.Book book) {
        this.book = book;
    }

    static String of(Series.Book book, List<Contender> contenders) {
        Report report = new Report(book);
        report.medians(contenders);
        report.promises();
        return report.out.toString();
    }

    private void medians(List<Contender> all) {
        List<Contender> contenders = new ArrayList<>(all);
        contenders.removeIf(contender -> book.values().stream().noneMatch(series -> series.has(contender.kind())));
        out.append("| median (min-max) | |");
        contenders.forEach(contender -> out.append(' ').append(contender.name()).append(" |"));
        out.append("\n|---|---|").append("---|".repeat(contenders.size())).append('\n');
        book.forEach((name, series) -> {
            out.append("| ").append(name).append(" | ").append(series.unit()).append(" |");
            contenders.forEach(contender -> out.append(' ').append(series.cell(contender.kind())).append(" |"));
            out.append('\n');
        });
    }

    private void promises() {
        out.append("\n| promise | bar | measured |\n|---|---|---|\n");
        over(HELLO_WALL, EMPTY, "hello world, wall time over that of the empty agent", "1.10");
        addedOverOtel(DEMO_WALL, "demo, wall time added, over what OpenTelemetry adds", "0.20");
        addedOverOtel(DEMO_CPU, "demo, CPU time added, over what OpenTelemetry adds", "0.20");
        addedOverOtel(DEMO_PEAK, "demo, peak memory added, over what OpenTelemetry adds", "0.25");
        addedOverOtel(BOOT_WALL, "Spring Boot + Spring AI to the first answer, wall time added, over what OpenTelemetry adds", "0.20");
        addedOverOtel(BOOT_CPU, "Spring Boot + Spring AI, CPU time added, over what OpenTelemetry adds", "0.20");
        addedOverOtel(BOOT_PEAK, "Spring Boot + Spring AI, peak memory added, over what OpenTelemetry adds", "-");
        withinNoise(SUBMIT_IDLE);
        withinNoise(BATCH_IDLE);
        over(SUBMIT_ACTIVE, NONE, SUBMIT_ACTIVE + ", over no agent", "1.25");
        over(BATCH_ACTIVE, NONE, BATCH_ACTIVE + ", over no agent", "1.25");
        for (String name : List.copyOf(book.keySet())) {
            if (name.startsWith(HANDOVER) && !name.endsWith("KiB")) {
                over(name, NONE, name + ", over no agent", name.endsWith("Idle") ? "noise" : "1.25");
            }
        }
        added(PLAIN_JDK);
        added(PLAIN_URL);
        addedOverOtel(CALL_CPU, "model call, CPU added (content journalled), over what OpenTelemetry adds", "0.50");
        addedOverOtel(CALL_SETTLED, CALL_SETTLED, "0.50");
        addedOverOtel(CALL_ALL, CALL_ALL, "-");
    }

    private boolean measured(String name, Contender.Kind... kinds) {
        Series series = book.get(name);
        for (Contender.Kind kind : kinds) {
            if (series == null || !series.has(kind)) {
                return false;
            }
        }
        return true;
    }

    private void over(String name, Contender.Kind base, String promise, String bar) {
        if (measured(name, base, CLEW)) {
            Series series = book.get(name);
            row(promise, bar, format(series.median(CLEW) / series.median(base)) + otelBeside(name, base));
        }
    }

    private String otelBeside(String name, Contender.Kind base) {
        if (!measured(name, OTEL)) {
            return "";
        }
        Series series = book.get(name);
        return " (OpenTelemetry " + format(series.median(OTEL) / series.median(base)) + ")";
    }

    private void added(String name) {
        if (measured(name, NONE, CLEW)) {
            Series series = book.get(name);
            String otel = measured(name, OTEL) ? String.format(Locale.ROOT, " (OpenTelemetry %.0f)", series.added(OTEL)) : "";
            row(name + ", added", "0", String.format(Locale.ROOT, "%.0f bytes%s", series.added(CLEW), otel));
        }
    }

    private void addedOverOtel(String name, String promise, String bar) {
        if (measured(name, NONE, CLEW, OTEL)) {
            Series series = book.get(name);
            String each = String.format(
                    Locale.ROOT, " (%.0f and %.0f %s)", series.added(CLEW), series.added(OTEL), series.unit());
            row(promise, bar, format(series.added(CLEW) / series.added(OTEL)) + each + whereItExports(series));
        }
    }

    private static String whereItExports(Series series) {
        if (!series.has(OTEL_EXPORTING)) {
            return "";
        }
        double added = series.added(OTEL_EXPORTING);
        return String.format(Locale.ROOT, "; where it exports: %.2f (of %.0f %s)", series.added(CLEW) / added, added, series.unit());
    }

    private void withinNoise(String name) {
        if (measured(name, NONE, CLEW)) {
            Series series = book.get(name);
            double clew = series.median(CLEW);
            String where = clew <= series.max(NONE) ? ", within" : ", outside";
            row(name + ", over no agent", "noise", format(clew / series.median(NONE)) + where + otelBeside(name, NONE));
        }
    }

    private void row(String promise, String bar, String measured) {
        out.append("| ").append(promise).append(" | ").append(bar).append(" | ").append(measured).append(" |\n");
    }

    private static String format(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
