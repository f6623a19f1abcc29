package dev.clew.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFolderTest {
    @TempDir Path temp;

    Path resolve(String named, Map<String, String> env, Path home) {
        return JournalFolder.resolve(named, env, home.toString(), temp.toString(), "ann");
    }

    @Test
    void theNamedFolderWins() {
        assertThat(resolve("/x/y", Map.of("CLEW_DIR", "/z"), temp)).isEqualTo(Path.of("/x/y"));
        assertThat(resolve("  ", Map.of("CLEW_DIR", "/z"), temp)).isEqualTo(Path.of("/z"));
        assertThat(resolve("~/y", Map.of(), temp)).isEqualTo(temp.resolve("y"));
    }

    @Test
    void aNamedFolderThatCannotBeWrittenIsNotReplaced() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        assertThat(resolve(file.resolve("no").toString(), Map.of(), temp)).isEqualTo(file.resolve("no"));
    }

    @Test
    void homeIsTakenWhereItCanBeWrittenElseTheTemporaryFolder() throws IOException {
        assertThat(resolve(null, Map.of(), temp)).isEqualTo(temp.resolve(".clew"));
        assertThat(resolve(null, Map.of(), temp.resolve("nowhere"))).isEqualTo(temp.resolve("clew-ann"));
        Files.writeString(temp.resolve(".clew"), "a file");
        assertThat(resolve(null, Map.of(), temp)).isEqualTo(temp.resolve("clew-ann"));
        assertThat(temp.resolve("clew-ann")).doesNotExist();
    }
}
