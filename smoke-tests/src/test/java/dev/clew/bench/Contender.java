package dev.clew.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One way to start the measured JVM. */
record Contender(String name, Kind kind, List<String> options) {

    enum Kind {
        NONE,
        EMPTY,
        CLEW,
        OTEL,
        OTEL_EXPORTING
    }

    static Contender none() {
        return new Contender("no agent", Kind.NONE, List.of());
    }

    static Contender empty(Path jar) {
        return new Contender("empty agent", Kind.EMPTY, List.of("-javaagent:" + jar));
    }

    static Contender clew(Path jar, Path dir) {
        return new Contender("Clew", Kind.CLEW, List.of("-javaagent:" + jar, "-Dclew.dir=" + dir));
    }

    /**
     * As {@link #otel}, but sending its spans to a collector, as is its default: then it keeps what it saw, as Clew does. The
     * collector is a server in another process that answers at once and looks at nothing; its cost is not counted.
     *
     * @param collector the server's base URL
     */
    static Contender otelExporting(Path jar, String version, String collector) {
        return otel(
                jar, version + ", exporting", Kind.OTEL_EXPORTING,
                "-Dotel.traces.exporter=otlp", "-Dotel.exporter.otlp.endpoint=" + collector);
    }

    /** Without an exporter: with its default it would also try to reach a collector, so this is in its favour. */
    static Contender otel(Path jar, String version) {
        return otel(jar, version, Kind.OTEL, "-Dotel.traces.exporter=none");
    }

    private static Contender otel(Path jar, String version, Kind kind, String... traces) {
        List<String> options = new ArrayList<>(List.of("-javaagent:" + jar));
        options.addAll(List.of(traces));
        options.addAll(List.of("-Dotel.metrics.exporter=none", "-Dotel.logs.exporter=none"));
        return new Contender("OpenTelemetry " + version, kind, options);
    }
}
