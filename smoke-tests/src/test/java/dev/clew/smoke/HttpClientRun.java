package dev.clew.smoke;

import dev.clew.smoke.ChildJvm.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** {@code com.example.http.ClientCases} over one client, in a JVM without the agent and in one with it: once for all tests. */
final class HttpClientRun {
    private static final Map<String, HttpClientRun> RUNS = new ConcurrentHashMap<>();

    private final String where;
    final Result alone;
    final Result traced;
    private final List<Span> spans;
    private final Map<String, String> lines = new LinkedHashMap<>();
    private final Map<String, List<String>> seen = new LinkedHashMap<>();

    private HttpClientRun(String where, Result alone, Result traced, List<Span> spans, List<String> seenLines) {
        this.where = where;
        this.alone = alone;
        this.traced = traced;
        this.spans = spans;
        for (String line : alone.stdout().split("\n")) {
            int space = line.indexOf(' ');
            if (space > 0) {
                lines.put(line.substring(0, space), line.substring(space + 1));
            }
        }
        for (String line : seenLines) {
            seen.computeIfAbsent(line.substring(0, line.indexOf(' ')), name -> new ArrayList<>())
                    .add(line.substring(line.indexOf(' ') + 1));
        }
    }

    /** @param libs folder with the jars of one version of the library, below {@code target/libs} */
    static HttpClientRun of(Jdk jdk, String client, String libs) {
        return RUNS.computeIfAbsent(libs + ", " + jdk + ", " + client, where -> {
            try {
                Path target = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();
                Path traces = Files.createTempDirectory(target, "http-");
                Path seen = traces.resolve("seen");
                Result alone = child(jdk, client, libs).run();
                Result traced = Clew.in(child(jdk, client, libs).jvm("-Dcases.seen=" + seen), traces).run();
                return new HttpClientRun(where, alone, traced, Pieces.spans(traces),
                        Files.exists(seen) ? Files.readAllLines(seen) : List.of());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static ChildJvm child(Jdk jdk, String client, String libs) throws IOException {
        return ChildJvm.on(jdk)
                .jvm("-XX:+UseSerialGC", "-Xmx512m")
                .main(HandoverRun.classPath(libs), "com.example.http.ClientCases")
                .args(client);
    }

    /** What the application told without the agent, by the name of the case. */
    Map<String, String> lines() {
        return lines;
    }

    List<String> ways() {
        TreeSet<String> ways = new TreeSet<>();
        for (String name : lines.keySet()) {
            if (name.startsWith("json-")) {
                ways.add(name.substring("json-".length()));
            }
        }
        return List.copyOf(ways);
    }

    /** The case, without the way. */
    String kind(String name) {
        for (String way : ways()) {
            if (name.endsWith('-' + way)) {
                return name.substring(0, name.length() - way.length() - 1);
            }
        }
        return name;
    }

    /** The model calls of one case. */
    List<Span> calls(String name) {
        List<Span> found = new ArrayList<>();
        for (Span span : spans) {
            if (span.text("gen_ai.request.model").equals(name)) {
                found.add(span);
            }
        }
        return found;
    }

    /** The tool that a case ran within; null for none. */
    Span parent(String name) {
        return spans.stream().filter(span -> span.text("gen_ai.tool.name").equals(name)).findFirst().orElse(null);
    }

    /** The {@code traceparent} that the server saw with a case, the last where it was sent more than once; 0 for none. */
    String seen(String name) {
        List<String> all = everySeen(name);
        return all.isEmpty() ? "nothing" : all.get(all.size() - 1);
    }

    List<String> everySeen(String name) {
        return seen.getOrDefault(name, List.of());
    }

    @Override
    public String toString() {
        return where;
    }
}
