package dev.clew.smoke;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A program in a JVM without the agent and in one with it: once for all tests.
 *
 * @param seen the lines that the program with the agent wrote into the file that {@code cases.seen} names
 */
record ProgramRun(ChildJvm.Result alone, ChildJvm.Result traced, List<Span> spans, List<String> seen) {
    private static final Map<String, ProgramRun> RUNS = new ConcurrentHashMap<>();

    /** On the JDK that runs the tests. */
    static ProgramRun of(String main, String classPath) {
        return RUNS.computeIfAbsent(main + ' ' + classPath, key -> {
            try {
                Path target = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();
                Path traces = Files.createTempDirectory(target, "program-");
                Path seen = traces.resolve("seen");
                ChildJvm.Result alone = child(main, classPath).run();
                ChildJvm.Result traced = Clew.in(child(main, classPath).jvm("-Dcases.seen=" + seen), traces).run();
                return new ProgramRun(
                        alone, traced, Pieces.spans(traces), Files.exists(seen) ? Files.readAllLines(seen) : List.of());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static ChildJvm child(String main, String classPath) throws IOException {
        return ChildJvm.on(Jdk.RUNNING).jvm("-XX:+UseSerialGC").main(classPath, main);
    }
}
