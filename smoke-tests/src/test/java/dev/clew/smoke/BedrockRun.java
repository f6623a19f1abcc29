package dev.clew.smoke;

import dev.clew.smoke.ChildJvm.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code com.example.aws.BedrockCases} on one version of the AWS SDK, without the agent and with it: once for all tests. */
final class BedrockRun {
    private static final Map<String, BedrockRun> RUNS = new ConcurrentHashMap<>();

    private final String where;
    final Result alone;
    final Result traced;
    final List<Span> spans;
    /** What the application told without the agent, by the name of the case. */
    final Map<String, String> lines = new LinkedHashMap<>();
    /** What the server saw of each request of a case: traceparent, whether that is signed, how it is signed, bytes of the body. */
    private final Map<String, List<String[]>> seen = new LinkedHashMap<>();

    private BedrockRun(String where, Result alone, Result traced, List<Span> spans, List<String> seenLines) {
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
            String[] words = line.split(" ");
            seen.computeIfAbsent(words[0].substring(0, words[0].indexOf(':')), name -> new ArrayList<>()).add(words);
        }
    }

    static BedrockRun of(Jdk jdk, String libs) {
        return RUNS.computeIfAbsent(libs + ", " + jdk, where -> {
            try {
                Path target = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();
                Path traces = Files.createTempDirectory(target, "bedrock-");
                Path seen = traces.resolve("seen");
                Result alone = child(jdk, libs).run();
                Result traced = Clew.in(child(jdk, libs).jvm("-Dcases.seen=" + seen), traces).run();
                return new BedrockRun(where, alone, traced, Pieces.spans(traces), Files.readAllLines(seen));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static ChildJvm child(Jdk jdk, String libs) throws IOException {
        return ChildJvm.on(jdk)
                .jvm("-XX:+UseSerialGC", "-Xmx512m")
                .main(HandoverRun.classPath(libs), "com.example.aws.BedrockCases");
    }

    /** The model calls of one case. */
    List<Span> calls(String name) {
        List<Span> found = new ArrayList<>();
        for (Span span : spans) {
            String model = span.text("gen_ai.request.model");
            if (model.equals(name + ":0") || model.equals("endless-" + name + ":0")) {
                found.add(span);
            }
        }
        return found;
    }

    /** The attempts of a call, in order. */
    List<Span> attempts(Span call) {
        List<Span> found = new ArrayList<>();
        for (Span span : spans) {
            if (span.parent().equals(call.id()) && span.isHttp()) {
                found.add(span);
            }
        }
        found.sort(java.util.Comparator.comparing(Span::start));
        return found;
    }

    /** A span of a tool; null for none. */
    Span tool(String name) {
        return spans.stream().filter(span -> span.text("gen_ai.tool.name").equals(name)).findFirst().orElse(null);
    }

    List<String[]> seen(String name) {
        return seen.getOrDefault(name, seen.getOrDefault("endless-" + name, List.of()));
    }

    @Override
    public String toString() {
        return where;
    }
}
