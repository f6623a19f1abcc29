package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.smoke.ChildJvm.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The jar as shipped, and its commands. */
final class Clew {

    static final Path JAR =
            Path.of(System.getProperty("clew.agent.jar", "../agent/target/clew-agent.jar")).toAbsolutePath().normalize();

    private static final ObjectMapper JSON = new ObjectMapper();

    private Clew() {}

    /** Skips the test, and says so, where the agent is not built. */
    static void assumeBuilt() {
        assumeThat(JAR).as("the agent jar; build the module agent first: %s", JAR).exists();
    }

    static ChildJvm in(ChildJvm jvm, Path dir) {
        return jvm.agent(JAR).jvm("-Dclew.dir=" + dir);
    }

    static Result command(Jdk jdk, String... args) throws IOException, InterruptedException {
        return ChildJvm.on(jdk).jar(JAR).args(args).run();
    }

    /** The newest trace of a folder, or null while there is none. */
    static Tree showNow(Path dir) throws IOException, InterruptedException {
        Result shown = command(Jdk.RUNNING, "show", "--json", "--dir", dir.toString());
        return shown.exit() == 0 && shown.out().length > 0 ? Tree.parse(JSON.readTree(shown.out())) : null;
    }

    static Tree show(Path dir) throws IOException, InterruptedException {
        Result shown = command(Jdk.RUNNING, "show", "--json", "--dir", dir.toString());
        assertThat(shown.exit()).as(shown.told()).isZero();
        return Tree.parse(JSON.readTree(shown.out()));
    }

    /** The ids of all traces that the journal of a folder holds. */
    static Set<String> traceIds(Path dir) throws IOException {
        Set<String> ids = new TreeSet<>();
        if (!Files.isDirectory(dir)) {
            return ids;
        }
        try (var files = Files.newDirectoryStream(dir, "*.traces.jsonl")) {
            for (Path file : files) {
                for (String line : Files.readAllLines(file)) {
                    for (JsonNode id : JSON.readTree(line).findValues("traceId")) {
                        ids.add(id.asText());
                    }
                }
            }
        }
        return ids;
    }
}
