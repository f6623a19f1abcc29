package dev.clew.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.stamp.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampFileTest {
    private static final String ONE = "1111111111111111";
    private static final String TWO = "2222222222222222";

    @TempDir
    Path folder;

    private StampFile file() {
        return new StampFile(folder, true, 1000, 1 << 20);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("stamps.jsonl"));
    }

    @Test
    void aTextStandsThereAsItIs() throws IOException {
        assertThat(file().keep(ONE, Kind.PROMPT, "brief", "system:\nSay \"a\\b\" \ud83d\ude80.")).isTrue();

        JsonNode line = new ObjectMapper().readTree(lines().get(0));
        assertThat(line.get("stamp").asText()).isEqualTo(ONE);
        assertThat(line.get("kind").asText()).isEqualTo("prompt");
        assertThat(line.get("name").asText()).isEqualTo("brief");
        assertThat(line.get("text").asText()).isEqualTo("system:\nSay \"a\\b\" \ud83d\ude80.");
        assertThat(line.get("at").asText()).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("stamps.jsonl")))).isEqualTo("rw-------");
    }

    @Test
    void anotherJvmDoesNotWriteItAgain() throws IOException {
        file().keep(ONE, Kind.PROMPT, null, "x");
        file().same(ONE, Kind.PROMPT, TWO);
        StampFile other = file();
        assertThat(other.keep(ONE, Kind.PROMPT, null, "x")).isTrue();
        other.same(ONE, Kind.PROMPT, TWO);
        other.keep(TWO, Kind.PROMPT, null, "y");

        assertThat(lines()).hasSize(3);
    }

    @Test
    void afterATornLineComesAWholeOne() throws IOException {
        Files.writeString(folder.resolve("stamps.jsonl"), "{\"stamp\":\"" + ONE + "\",\"kind\":\"pro");
        file().keep(ONE, Kind.PROMPT, null, "x");

        assertThat(lines()).hasSize(2);
        assertThat(new ObjectMapper().readTree(lines().get(1)).get("text").asText()).isEqualTo("x");
    }

    @Test
    void withoutContentThereIsNoText() throws IOException {
        new StampFile(folder, false, 1000, 1 << 20).keep(ONE, Kind.TOOL, "weather", "secret text");

        assertThat(lines()).singleElement().asString().contains("weather").doesNotContain("secret");
    }

    @Test
    void aLongTextIsCutAndSaysSo() throws IOException {
        new StampFile(folder, true, 10, 1 << 20).keep(ONE, Kind.PROMPT, null, "0123456789abc");

        assertThat(lines()).singleElement().asString().contains("\"cut\":true").doesNotContain("abc");
    }

    @Test
    void aFullFileMakesRoomAndWhatIsInUseIsWrittenAnew() throws IOException {
        StampFile file = new StampFile(folder, true, 1000, 200);
        file.keep(ONE, Kind.PROMPT, null, "x".repeat(200));
        file.keep(TWO, Kind.PROMPT, null, "y");
        file.keep(ONE, Kind.PROMPT, null, "x");

        assertThat(Files.readAllLines(folder.resolve("stamps.old.jsonl"))).singleElement().asString().contains(ONE);
        assertThat(lines()).hasSize(2);
    }

    @Test
    void afterTheFolderWasEmptiedItIsWrittenAnew() throws IOException {
        StampFile file = file();
        file.keep(ONE, Kind.PROMPT, null, "x");
        assertThat(file.lost()).isFalse();
        Files.delete(folder.resolve("stamps.jsonl"));

        assertThat(file.lost()).isTrue();
        file.keep(ONE, Kind.PROMPT, null, "x");
        assertThat(lines()).hasSize(1);
    }

    @Test
    void aLinkInItsPlaceIsNotWrittenThrough() throws IOException {
        Path elsewhere = folder.resolve("elsewhere");
        Files.writeString(elsewhere, "", StandardOpenOption.CREATE_NEW);
        Files.createSymbolicLink(folder.resolve("stamps.jsonl"), elsewhere);

        assertThat(file().keep(ONE, Kind.PROMPT, null, "x")).isFalse();
        assertThat(Files.size(elsewhere)).isZero();
    }

    @Test
    void aFolderThatCannotBeWrittenTroublesNobody() {
        StampFile file = new StampFile(folder.resolve("missing/deep"), true, 10, 10);
        Path blocked = folder.resolve("missing");
        try {
            Files.writeString(blocked, "a file");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(file.keep(ONE, Kind.PROMPT, null, "x")).isFalse();
        assertThat(file.keep(ONE, Kind.PROMPT, null, "x")).isFalse();
    }
}
