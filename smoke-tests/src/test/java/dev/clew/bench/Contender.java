package dev.clew.bench;

import java.nio.file.Path;
import java.util.List;

/** One way to start the measured JVM. */
record Contender(String name, Kind kind, List<String> options) {

    enum Kind {
        NONE,
        EMPTY,
        CLEW,
        OTEL
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

    /** Without an exporter: with its default it would also try to reach a collector, so this is in its favour. */
    static Contender otel(Path jar, String version) {
        return new Contender(
                "OpenTelemetry " + version,
                Kind.OTEL,
                List.of(
                        "-javaagent:" + jar,
                        "-Dotel.traces.exporter=none",
                        "-Dotel.metrics.exporter=none",
                        "-Dotel.logs.exporter=none"));
    }
}
