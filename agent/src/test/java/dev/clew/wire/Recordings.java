package dev.clew.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Recorded traffic of real providers, where it lies beside the project. */
final class Recordings {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One recorded call. */
    record Recording(String name, JsonNode json) {
        String api() {
            return json.path("api").asText();
        }

        byte[] request() {
            return bytes(json.path("request").path("body"));
        }

        byte[] response() {
            JsonNode base64 = json.path("response").path("body_base64");
            return base64.isTextual()
                    ? java.util.Base64.getDecoder().decode(base64.asText())
                    : bytes(json.path("response").path("body_text"));
        }

        int status() {
            return json.path("response").path("status").asInt();
        }

        /** By lower-case name. */
        Map<String, String> headers() {
            Map<String, String> headers = new HashMap<>();
            for (var header : json.path("response").path("headers").properties()) {
                JsonNode value = header.getValue();
                headers.put(header.getKey().toLowerCase(Locale.ROOT), value.isArray() ? value.path(0).asText() : value.asText());
            }
            return headers;
        }

        JsonNode expected() {
            return json.path("expected");
        }

        private static byte[] bytes(JsonNode text) {
            return text.asText().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Recordings() {}

    /** All of them, by file name; skips the test, and says so, where the folder is not there. */
    static List<Recording> all() throws IOException {
        Path folder = folder();
        assumeTrue(folder != null, "no folder shared/recordings beside the project: nothing to read");
        List<Recording> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                found.add(new Recording(file.getFileName().toString(), JSON.readTree(file.toFile())));
            }
        }
        assertThat(found).isNotEmpty();
        runs(folder.resolve("runs"), found);
        return found;
    }

    /** The calls of whole runs. */
    private static void runs(Path folder, List<Recording> into) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                int at = 0;
                for (JsonNode call : JSON.readTree(file.toFile()).path("interactions")) {
                    into.add(new Recording("runs/" + file.getFileName() + "#" + at++, call));
                }
            }
        }
    }

    private static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/recordings");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return null;
    }
}
