package dev.clew.smoke;

import dev.clew.smoke.ChildJvm.Result;
import dev.clew.smoke.ChildJvm.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code com.example.server.Calling} in one JVM and one {@code Server} in another; both without the agent, and both with it and one
 * folder of traces: once for all tests.
 */
final class HttpServerRun {
    private static final Map<String, HttpServerRun> RUNS = new ConcurrentHashMap<>();

    private final String where;
    final Result callingAlone;
    final Result callingTraced;
    final Result servingAlone;
    final Result servingTraced;
    final List<Span> spans;
    private final Map<String, String> lines = new LinkedHashMap<>();

    private HttpServerRun(String where, Result[] alone, Result[] traced, List<Span> spans) {
        this.where = where;
        this.callingAlone = alone[0];
        this.servingAlone = alone[1];
        this.callingTraced = traced[0];
        this.servingTraced = traced[1];
        this.spans = spans;
        for (String line : callingAlone.stdout().split("\n")) {
            int space = line.indexOf(' ');
            if (space > 0) {
                lines.put(line.substring(0, space), line.substring(space + 1));
            }
        }
    }

    /**
     * @param libs folder with the jars of one version of the library, below {@code target/libs}; null for none
     * @param options further ones of the JVM that calls
     */
    static HttpServerRun of(Jdk jdk, String server, String libs, String... options) {
        return RUNS.computeIfAbsent(libs + ", " + jdk + ", " + server + String.join(" ", options), where -> {
            try {
                Path target = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();
                Path traces = Files.createTempDirectory(target, "server-");
                Result[] alone = run(jdk, server, libs, null, options);
                Result[] traced = run(jdk, server, libs, traces, options);
                return new HttpServerRun(where, alone, traced, Pieces.spans(traces));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Result[] run(Jdk jdk, String server, String libs, Path traces, String... options)
            throws IOException, InterruptedException {
        ChildJvm serving = jvm(jdk, traces).main(HandoverRun.classPath(libs), "com.example.server.Serving")
                .args("com.example.server." + server);
        try (Running running = serving.start()) {
            running.awaitStdout(".\n");
            String said = new String(running.stdoutSoFar(), StandardCharsets.UTF_8);
            String[] arguments = said.replaceAll("(?s).*port (\\d[^.]*)\\..*", "$1").trim().split(" ");
            Result calling = jvm(jdk, traces)
                    .jvm(options)
                    .main(HandoverRun.classPath(null), "com.example.server.Calling")
                    .args(arguments)
                    .run();
            running.endInput();
            return new Result[] {calling, running.await()};
        }
    }

    private static ChildJvm jvm(Jdk jdk, Path traces) {
        ChildJvm jvm = ChildJvm.on(jdk).jvm("-XX:+UseSerialGC", "-Xmx256m");
        return traces == null ? jvm : Clew.in(jvm, traces);
    }

    /** What the caller told without the agent, by path. */
    Map<String, String> lines() {
        return lines;
    }

    /** The server's span of a path; there may be none. */
    List<Span> requests(String path) {
        List<Span> found = new ArrayList<>();
        for (Span span : spans) {
            if (span.kind().equals("SERVER") && span.text("url.path").equals(path)) {
                found.add(span);
            }
        }
        return found;
    }

    /** The model calls that were made for a path. */
    List<Span> calls(String path) {
        String mark = "mark " + path.substring(path.lastIndexOf('/') + 1) + '.';
        List<Span> found = new ArrayList<>();
        for (Span span : spans) {
            if (span.text("gen_ai.input.messages").contains(mark)) {
                found.add(span);
            }
        }
        return found;
    }

    /** The id of the tool that sent a request; empty where none did. */
    String caller(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return spans.stream().filter(span -> span.text("gen_ai.tool.name").equals(name)).map(Span::id).findFirst().orElse("");
    }

    @Override
    public String toString() {
        return where;
    }
}
