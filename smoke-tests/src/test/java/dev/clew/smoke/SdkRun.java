package dev.clew.smoke;

import dev.clew.smoke.ChildJvm.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The cases of one version of a provider's SDK, in a JVM without the agent and in one with it: once for all tests. */
final class SdkRun {
    private static final Map<String, SdkRun> RUNS = new ConcurrentHashMap<>();

    private final String where;
    final Result alone;
    final Result traced;
    final List<Span> spans;
    /** Everything that was written, as it lies there. */
    final String written;

    private final Map<String, String> lines = new LinkedHashMap<>();

    private SdkRun(String where, Result alone, Result traced, Path traces) throws IOException {
        this.where = where;
        this.alone = alone;
        this.traced = traced;
        this.spans = Pieces.spans(traces);
        this.written = written(traces);
        for (String line : alone.stdout().split("\n")) {
            int space = line.indexOf(' ');
            if (space > 0) {
                lines.put(line.substring(0, space), line.substring(space + 1));
            }
        }
    }

    /** Every version that the build fetched: {@code sdk} is a folder below {@code target/libs}, {@code cases} a class of com.example.sdk. */
    static List<SdkRun> all(String sdk, String cases) throws IOException {
        return all(sdk, version -> cases);
    }

    /** As {@link #all(String, String)}, with other cases for some version. */
    static List<SdkRun> all(String sdk, UnaryOperator<String> cases) throws IOException {
        Clew.assumeBuilt();
        List<SdkRun> runs = new ArrayList<>();
        for (String version : LibraryHandover.versions(sdk)) {
            String libs = sdk + '/' + version;
            runs.add(RUNS.computeIfAbsent(libs, where -> run(where, cases.apply(version))));
        }
        return runs;
    }

    private static SdkRun run(String libs, String cases) {
        try {
            Path target = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();
            Path traces = Files.createTempDirectory(target, "sdk-");
            String path = HandoverRun.classPath(libs);
            Result alone = ChildJvm.on(Jdk.RUNNING).main(path, "com.example.sdk." + cases).run();
            Result traced = Clew.in(ChildJvm.on(Jdk.RUNNING).main(path, "com.example.sdk." + cases), traces).run();
            return new SdkRun(libs, alone, traced, traces);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String written(Path traces) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(traces)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                all.append(file.getFileName()).append('\n').append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    /** What the application told without the agent, by the model that it asked for. */
    Map<String, String> lines() {
        return lines;
    }

    List<Span> calls(String model) {
        return spans.stream().filter(span -> span.text("gen_ai.request.model").equals(model)).toList();
    }

    /** What is right below a span, by its start. */
    List<Span> below(Span span) {
        return spans.stream()
                .filter(other -> other.parent().equals(span.id()))
                .sorted(java.util.Comparator.comparing(Span::start))
                .toList();
    }

    @Override
    public String toString() {
        return where;
    }
}
