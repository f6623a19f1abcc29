package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.smoke.ChildJvm.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in headers, queries, bodies, errors: not one byte of them is written. */
class SecretsTest {
    private static final String SECRET = "Zx9kQ2mN8vB4tR7wY1pL6sD3fG5h";
    private static final int CALLS = 27;

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Test
    void noByteOfTheJournalIsAKey(@TempDir Path dir) throws Exception {
        Result result = Clew.in(ChildJvm.on(Jdk.RUNNING), dir)
                .main(HandoverRun.classPath(null), "com.example.http.Secrets")
                .args(SECRET)
                .run();
        assertThat(result.exit()).as(result.told()).isZero();
        List<Span> spans = Pieces.spans(dir);
        assertThat(spans.stream().filter(span -> span.kind().equals("CLIENT"))).hasSize(CALLS);
        int files = 0;
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String text = new String(unpacked(file), StandardCharsets.ISO_8859_1);
                assertThat(text).as(file.toString()).doesNotContain(SECRET).doesNotContain(SECRET.substring(4, 20))
                        .doesNotContain("AKIAABCDEFGHIJKLMNOP");
                files++;
            }
        }
        assertThat(files).isPositive();
        assertThat(result.stderr()).doesNotContain(SECRET);
        // what is not secret is there
        assertThat(spans.toString()).contains("use *** please", "your key is ***", "Incorrect API key provided: ***");
    }

    private static byte[] unpacked(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}
