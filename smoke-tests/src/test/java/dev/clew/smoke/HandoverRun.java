package dev.clew.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.smoke.ChildJvm.Result;
import dev.clew.smoke.ChildJvm.Running;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One suite of {@code com.example.handover.Construct}s, run in a JVM without the agent and in one with it: once for all tests.
 */
final class HandoverRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, HandoverRun> RUNS = new ConcurrentHashMap<>();
    private static final Pattern MARK = Pattern.compile("mark (\\S+) ([^\"]+)\"");
    private static final Pattern PARENT = Pattern.compile("\"parent\": ?\"(\\S+) ([^\"]+)\"");

    final Result alone;
    final Result traced;
    /** What {@code doctor} says of the traced JVM after the last construct. */
    final String doctor;

    private final Map<String, JsonNode> saidAlone;
    private final Map<String, JsonNode> saidTraced;
    private final Map<String, List<Span>> marks = new LinkedHashMap<>();
    private final Map<String, Span> parents = new LinkedHashMap<>();
    /** Requests that a server of the very suite answered, by id. */
    private final Map<String, Span> requests = new LinkedHashMap<>();

    private HandoverRun(Result alone, Result traced, String doctor, List<Span> spans) throws IOException {
        this.alone = alone;
        this.traced = traced;
        this.doctor = doctor;
        this.saidAlone = said(alone);
        this.saidTraced = said(traced);
        for (Span span : spans) {
            Matcher mark = MARK.matcher(span.text("gen_ai.input.messages"));
            Matcher parent = PARENT.matcher(span.text("gen_ai.tool.call.arguments"));
            if (mark.find()) {
                marks.computeIfAbsent(key(mark), key -> new ArrayList<>()).add(span);
            } else if (parent.find()) {
                parents.put(key(parent), span);
            } else if (span.kind().equals("SERVER")) {
                requests.put(span.id(), span);
            }
        }
    }

    private static String key(Matcher found) {
        return found.group(1) + ' ' + found.group(2);
    }

    /**
     * Runs a suite of the JDK's own constructs.
     *
     * @param suite class of the suite, a {@code Supplier<List<Construct>>}
     * @param options further options of the JVM; those that concern the agent are harmless without it
     */
    static HandoverRun ofJdk(Jdk jdk, String suite, String... options) {
        return of(jdk, suite, null, options);
    }

    /**
     * Runs a suite of a library.
     *
     * @param libs folder with the jars of one version of it, below {@code target/libs}: {@code reactor/3.8.0}
     */
    static HandoverRun of(Jdk jdk, String suite, String libs, String... options) {
        return RUNS.computeIfAbsent(jdk + suite + libs + String.join(" ", options), key -> {
            try {
                return execute(jdk, suite, libs, options);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static HandoverRun execute(Jdk jdk, String suite, String libs, String... options)
            throws IOException, InterruptedException {
        Path target = Path.of(System.getProperty("smoke.target", "target"));
        Path traces = Files.createTempDirectory(target, "handover-");
        Result alone = child(jdk, suite, libs, options).run();
        Result traced;
        String doctor;
        try (Running running = Clew.in(child(jdk, suite, libs, options), traces).start()) {
            running.awaitStdout("done\n");
            doctor = Clew.command(jdk, "doctor", Long.toString(running.pid())).stdout();
            running.endInput();
            traced = running.await();
        }
        return new HandoverRun(alone, traced, doctor, Pieces.spans(traces));
    }

    private static ChildJvm child(Jdk jdk, String suite, String libs, String... options) throws IOException {
        return ChildJvm.on(jdk)
                .jvm("-XX:+UseSerialGC", "-Xmx256m")
                // doctor attaches, which newer JVMs announce on stderr
                .jvm(jdk.feature() >= 21 ? new String[] {"-XX:+EnableDynamicAgentLoading"} : new String[0])
                .jvm(options)
                .main(classPath(libs), "com.example.handover.Constructs")
                .args(suite);
    }

    /** @param libs folder below {@code target/libs}; null for none */
    static String classPath(String libs) throws IOException {
        Path target = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();
        List<String> path = new ArrayList<>();
        path.add(target.resolve("test-classes").toString());
        path.add(target.resolve("classes").toString());
        if (libs != null) {
            try (Stream<Path> jars = Files.list(target.resolve("libs").resolve(libs))) {
                jars.sorted().forEach(jar -> path.add(jar.toString()));
            }
        }
        path.add(Files.readString(target.resolve("demo.classpath")).strip());
        return String.join(File.pathSeparator, path);
    }

    private static Map<String, JsonNode> said(Result result) throws IOException {
        Map<String, JsonNode> said = new LinkedHashMap<>();
        for (String line : (Iterable<String>) result.stdout().lines()::iterator) {
            if (line.startsWith("{\"construct\"")) {
                JsonNode one = JSON.readTree(line);
                said.put(one.path("construct").asText(), one);
            }
        }
        return said;
    }

    /** The names of the constructs that ran without the agent, in their order. */
    List<String> constructs() {
        if (saidAlone.isEmpty() || alone.exit() != 0) {
            throw new AssertionError("the suite does not run without the agent\n" + alone.told());
        }
        return List.copyOf(saidAlone.keySet());
    }

    JsonNode saidAlone(String construct) {
        return saidAlone.get(construct);
    }

    /** Null where the traced JVM did not come that far. */
    JsonNode saidTraced(String construct) {
        return saidTraced.get(construct);
    }

    /** All spans of a mark: one a time that it was made. */
    List<Span> marks(String construct, String mark) {
        return marks.getOrDefault(construct + ' ' + mark, List.of());
    }

    /** Null where it has no span. */
    Span parent(String construct, String id) {
        return parents.get(construct + ' ' + id);
    }

    /** Which parent a span is below, directly or by a request; empty for a root, {@code ?} and the id for anything else. */
    String nameOfParent(String construct, Span below) {
        Span span = requests.getOrDefault(below.parent(), below);
        if (span.parent().isEmpty()) {
            return "";
        }
        for (Map.Entry<String, Span> parent : parents.entrySet()) {
            if (parent.getValue().id().equals(span.parent())) {
                String name = parent.getKey();
                return name.startsWith(construct + ' ') ? name.substring(construct.length() + 1) : name;
            }
        }
        return '?' + span.parent();
    }
}
