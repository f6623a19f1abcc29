package dev.clew.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other people's OTLP files, where they stand beside the repository. */
class SharedFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"traces/otlp", "failures/mas-sim"})
    void everySpanOfEveryFileIsRead(String name) throws IOException {
        Path folder = Path.of("..", "..", "shared").resolve(name).toAbsolutePath().normalize();
        assumeTrue(Files.isDirectory(folder), "the shared traces are not here: " + folder);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.toString().endsWith(name.startsWith("traces") ? ".json" : ".otlp.json")).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Set<String> expected = new HashSet<>();
            collect(new ObjectMapper().readTree(file.toFile()), expected);
            TraceReader reader = TraceReader.of(file);
            Set<String> read = new HashSet<>();
            for (Trace trace : reader.traces()) {
                trace.spans().forEach(span -> read.add(span.traceId() + span.spanId() + span.name()));
            }
            assertThat(reader.skipped()).as("%s", file).isEmpty();
            assertThat(read).as("%s", file).isEqualTo(expected).isNotEmpty();
        }
    }

    private static void collect(JsonNode node, Set<String> ids) {
        if (node.has("startTimeUnixNano")) {
            ids.add((node.get("traceId").asText() + node.get("spanId").asText()).toLowerCase(java.util.Locale.ROOT)
                    + node.path("name").asText());
        }
        node.forEach(child -> collect(child, ids));
    }
}
