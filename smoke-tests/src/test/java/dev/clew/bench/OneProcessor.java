package dev.clew.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keeps a JVM on one processor, where the system has a command for it. */
final class OneProcessor {

    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    static final List<String> PREFIX =
            Files.isExecutable(TASKSET) ? List.of(TASKSET.toString(), "-c", "0") : List.of();

    /**
     * What the JVM would choose with two processors; and a heap that is there from the start: while one grows, the kernel's
     * clearing of new pages costs half of a task, by where in its growth a run is measured.
     */
    static final List<String> OPTIONS = List.of(
            "-XX:ActiveProcessorCount=2", "-XX:+UseG1GC", "-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");

    private OneProcessor() {}
}
