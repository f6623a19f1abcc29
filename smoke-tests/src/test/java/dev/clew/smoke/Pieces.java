package dev.clew.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.smoke.ChildJvm.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.provider.Arguments;

/** One program of pieces, run with the agent and without: once for all tests. */
final class Pieces {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Pieces> RUNS = new ConcurrentHashMap<>();

    final Result alone;
    final Result traced;
    /** The journal's. */
    final Path folder;
    private final Map<String, List<Tree>> pieces;

    private Pieces(Result alone, Result traced, Path folder, Map<String, List<Tree>> pieces) {
        this.alone = alone;
        this.traced = traced;
        this.folder = folder;
        this.pieces = pieces;
    }

    /** Every version on the first JDK, the oldest and the newest of them on the last one too: version, JDK. */
    static List<Arguments> onEachJdk(List<String> versions) {
        Jdk first = Jdk.all().get(0);
        Jdk last = Jdk.all().get(Jdk.all().size() - 1);
        List<Arguments> runs = new ArrayList<>();
        for (String version : versions) {
            runs.add(Arguments.of(version, first));
        }
        if (!last.equals(first)) {
            runs.add(Arguments.of(versions.get(0), last));
            runs.add(Arguments.of(versions.get(versions.size() - 1), last));
        }
        return runs;
    }

    /** @param key tells this run from any other */
    static Pieces run(String key, Jdk jdk, String classPath, String main) {
        return run(key, jdk, classPath, main, new String[0], new String[0]);
    }

    /**
     * @param alone what the program is given besides the file of its marks, when it runs without the agent
     * @param traced and when with it
     */
    static Pieces run(String key, Jdk jdk, String classPath, String main, String[] alone, String[] traced) {
        return RUNS.computeIfAbsent(key + ' ' + main + ' ' + jdk, k -> {
            try {
                return execute(jdk, classPath, main, alone, traced);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Pieces execute(Jdk jdk, String classPath, String main, String[] givenAlone, String[] givenTraced)
            throws IOException, InterruptedException {
        String name = main.substring(0, main.lastIndexOf('.'));
        Path dir = Files.createTempDirectory(
                Path.of(System.getProperty("smoke.target", "target")), name.substring(name.lastIndexOf('.') + 1) + "-");
        Path ignored = dir.resolve("alone.marks");
        Path marks = dir.resolve("traced.marks");
        Result alone = quick(jdk).main(classPath, main).args(ignored.toString()).args(givenAlone).run();
        Path traces = dir.resolve("traces");
        Result traced =
                Clew.in(quick(jdk), traces).main(classPath, main).args(marks.toString()).args(givenTraced).run();
        return new Pieces(alone, traced, traces, assign(spans(traces), Files.readAllLines(marks)));
    }

    /** Each piece runs once: what the second compiler would gain, it costs many times over. */
    private static ChildJvm quick(Jdk jdk) {
        return ChildJvm.on(jdk).jvm("-XX:TieredStopAtLevel=1");
    }

    /** The traces of a folder, oldest first. */
    static List<Tree> traces(Path folder) throws IOException {
        return List.copyOf(byStart(spans(folder)).values());
    }

    /** All spans of a journal. */
    static List<Span> spans(Path folder) throws IOException {
        List<Span> spans = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*.traces.jsonl")) {
            for (Path file : files) {
                for (String line : Files.readAllLines(file)) {
                    for (JsonNode list : JSON.readTree(line).findValues("spans")) {
                        list.forEach(span -> spans.add(span(span)));
                    }
                }
            }
        }
        return spans;
    }

    /** By the numbers that OTLP has for them. */
    private static final List<String> KINDS = List.of("", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER");

    /** In the shape that {@code show --json} gives. */
    private static Span span(JsonNode otlp) {
        ObjectNode json = otlp.deepCopy();
        json.put("start", otlp.path("startTimeUnixNano").asText());
        json.put("end", otlp.path("endTimeUnixNano").asText());
        json.put("kind", KINDS.get(otlp.path("kind").asInt()));
        json.put("status", otlp.path("status").path("code").asInt() == 2 ? "ERROR" : "");
        json.put("statusMessage", otlp.path("status").path("message").asText());
        json.set("attributes", attributes(otlp));
        var links = json.putArray("links");
        for (JsonNode link : otlp.path("links")) {
            links.addObject().put("spanId", link.path("spanId").asText()).set("attributes", attributes(link));
        }
        return Span.parse(json);
    }

    private static ObjectNode attributes(JsonNode of) {
        ObjectNode all = JSON.createObjectNode();
        for (JsonNode attribute : of.path("attributes")) {
            JsonNode value = attribute.path("value").elements().next();
            all.set(attribute.path("key").asText(), value.has("values") ? strings(value) : value);
        }
        return all;
    }

    private static JsonNode strings(JsonNode array) {
        var strings = JSON.createArrayNode();
        array.path("values").forEach(value -> strings.add(value.elements().next().asText()));
        return strings;
    }

    /** A trace belongs to the piece that had begun last when it began. */
    private static Map<String, List<Tree>> assign(List<Span> spans, List<String> marks) {
        TreeMap<String, Tree> byStart = byStart(spans);
        Map<String, List<Tree>> pieces = new LinkedHashMap<>();
        for (int i = 0; i < marks.size(); i++) {
            String name = marks.get(i).split(" ")[0];
            String end = i + 1 < marks.size() ? nanos(marks.get(i + 1)) : "9";
            pieces.put(name, new ArrayList<>(byStart.subMap(nanos(marks.get(i)), end).values()));
        }
        return pieces;
    }

    private static TreeMap<String, Tree> byStart(List<Span> spans) {
        Map<String, List<Span>> traces = new LinkedHashMap<>();
        for (Span span : spans) {
            traces.computeIfAbsent(span.json().path("traceId").asText(), id -> new ArrayList<>()).add(span);
        }
        TreeMap<String, Tree> byStart = new TreeMap<>();
        traces.forEach((id, all) -> {
            all.sort(Comparator.comparing(Span::start));
            byStart.put(all.get(0).start() + id, new Tree(id, all));
        });
        return byStart;
    }

    private static String nanos(String mark) {
        Instant at = Instant.parse(mark.split(" ")[1]);
        return Long.toString(at.getEpochSecond() * 1_000_000_000L + at.getNano());
    }

    Map<String, List<Tree>> pieces() {
        return pieces;
    }

    List<Tree> traces(String piece) {
        return pieces.get(piece);
    }

    /** The one trace of a piece. */
    Tree trace(String piece) {
        List<Tree> trees = traces(piece);
        if (trees == null || trees.size() != 1) {
            throw new AssertionError(piece + " is not one trace but " + trees + "\n" + traced.told());
        }
        return trees.get(0);
    }

    /** Names, one a line, indented; {@code ERROR} and the error's type where one failed; parallel ones by name. */
    String shape(String piece) {
        return shape(trace(piece));
    }

    /** As {@link #shape(String)}, without the HTTP attempts, each of which must lie below a model call. */
    String calls(String piece) {
        for (Span http : trace(piece).http()) {
            if (!trace(piece).byId(http.parent()).is("chat")) {
                throw new AssertionError(piece + " has an attempt that is no model call's:\n" + shape(piece));
            }
        }
        return shape(piece).replaceAll("(?m)^ *POST.*\n", "");
    }

    /** The one span of that name. */
    Span one(String piece, String name) {
        List<Span> found = trace(piece).spans().stream().filter(span -> span.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(piece + " has not one span " + name + ":\n" + shape(piece));
        }
        return found.get(0);
    }

    static String shape(Tree tree) {
        StringBuilder out = new StringBuilder();
        shape(tree, tree.roots(), "", out);
        return out.toString();
    }

    private static void shape(Tree tree, List<Span> level, String indent, StringBuilder out) {
        for (Span span : level) {
            out.append(indent).append(span.name());
            out.append(span.failed() ? " ERROR " + span.text("error.type") : "");
            out.append(span.has("clew.cancelled") ? " cancelled" : "").append('\n');
            shape(tree, tree.spans().stream().filter(s -> s.parent().equals(span.id())).toList(), indent + "  ", out);
        }
    }
}
