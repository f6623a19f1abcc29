package dev.clew.read.stamps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.read.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampBookTest {
    @TempDir Path temp;

    private StampBook book(String... lines) throws IOException {
        Files.writeString(temp.resolve("stamps.jsonl"), String.join("\n", lines) + "\n");
        return StampBook.read(temp);
    }

    private static String line(String stamp, String kind, String text) {
        return "{\"stamp\":\"" + stamp + "\",\"kind\":\"" + kind + "\",\"at\":\"2026-11-21T16:10:00Z\",\"text\":\"" + text + "\"}";
    }

    private static String alias(String old, String is) {
        return "{\"stamp\":\"" + old + "\",\"kind\":\"prompt\",\"is\":\"" + is + "\",\"at\":\"2026-11-21T16:11:00Z\"}";
    }

    @Test
    void aStampHasKindNameTimeAndText() throws IOException {
        StampBook book = book("{\"stamp\":\"00aa\",\"kind\":\"prompt\",\"name\":\"greet\","
                + "\"at\":\"2026-11-21T16:10:00.5Z\",\"text\":\"user:\\nHi\",\"cut\":true}");
        assertThat(book.get("00aa")).isEqualTo(new Stamp("00aa", "prompt", "greet", 1_795_277_400_500_000_000L, "user:\nHi", true));
        assertThat(book.get("bb")).isNull();
        assertThat(book.get(null)).isNull();
        assertThat(book.text(null)).isNull();
        assertThat(book.of("bb")).isEqualTo("bb");
        assertThat(book.of(null)).isNull();
    }

    @Test
    void whatManyJvmsWroteOfOneStampIsPutTogether() throws IOException {
        StampBook book = book(
                "{\"stamp\":\"00aa\",\"kind\":\"prompt\",\"at\":\"2026-11-21T16:10:00Z\",\"text\":\"ab\",\"cut\":true}",
                "{\"stamp\":\"00aa\",\"kind\":\"prompt\",\"name\":\"n\",\"at\":\"2026-11-21T16:09:00Z\",\"text\":\"abc\"}",
                "{\"stamp\":\"00aa\",\"kind\":\"prompt\",\"at\":\"rubbish\"}");
        assertThat(book.get("00aa").text()).isEqualTo("abc");
        assertThat(book.get("00aa").cut()).isFalse();
        assertThat(book.get("00aa").name()).isEqualTo("n");
        assertThat(book.get("00aa").epochNanos()).isEqualTo(1_795_277_340_000_000_000L);
        assertThat(book.all()).hasSize(1);
    }

    @Test
    void tornLinesAndLinesOfAnotherKindAreSkipped() throws IOException {
        StampBook book = book("{\"stamp\":\"00aa\",\"kind\":\"pro", "", "[1]", "null", "{}", "{\"stamp\":{\"a\":[1]},\"kind\":\"prompt\"}",
                "{\"stamp\":\"00bb\"}", "{\"stamp\":\"00cc\",\"kind\":\"prompt\",\"more\":{\"x\":[{}]},\"text\":\"t\"}", "{\"stamp\":\"00dd\"");
        assertThat(book.all()).extracting(Stamp::stamp).containsExactly("00cc");
    }

    @Test
    void anOldNameIsTheNewOneThroughAChain() throws IOException {
        StampBook book = book(line("00aa", "prompt", "one"), alias("00aa", "00bb"), alias("00bb", "00cc"), line("00cc", "prompt", "three"));
        assertThat(book.of("00aa")).isEqualTo("00cc");
        assertThat(book.text("00aa")).isEqualTo("three");
        assertThat(book.all()).extracting(Stamp::stamp).containsExactly("00cc");
        assertThat(book.startingWith("00AA")).extracting(Stamp::stamp).containsExactly("00cc");
    }

    @Test
    void namesThatLeadInACircleEndSomewhere() throws IOException {
        StampBook book = book(line("00aa", "prompt", "one"), alias("00aa", "00bb"), alias("00bb", "00aa"), alias("00cc", "00cc"));
        assertThat(book.of("00aa")).isIn("00aa", "00bb");
        assertThat(book.of("00cc")).isEqualTo("00cc");
        assertThat(book.get("00aa")).isNotNull();
        assertThat(book.all()).isNotEmpty();
    }

    @Test
    void theNewNameNeedNotBeWrittenYet() throws IOException {
        StampBook book = book(line("00aa", "prompt", "one"), alias("00aa", "00bb"));
        assertThat(book.of("00aa")).isEqualTo("00bb");
        assertThat(book.get("00bb")).isNull();
        assertThat(book.get("00aa").text()).isEqualTo("one");
    }

    @Test
    void agentsThatDifferInTheOldNameOfTheirPromptAloneAreOne() throws IOException {
        StampBook book = book(line("0a01", "agent", "agent: A\\nprompt: 00aa\\nmodel: m"),
                line("0a02", "agent", "agent: A\\nprompt: 00bb\\nmodel: m"),
                line("0a03", "agent", "agent: A\\nprompt: 00bb\\nmodel: n"), line("00aa", "prompt", "one"), line("00bb", "prompt", "two"),
                alias("00aa", "00bb"));
        assertThat(book.of("0a02")).isEqualTo(book.of("0a01"));
        assertThat(book.of("0a03")).isEqualTo("0a03");
        assertThat(Change.ofAgents(book.text("0a01"), book.text("0a03"), book)).containsExactly(new Change("model", "m", "n", null, null));
    }

    @Test
    void agentsThatAreSaidToBeOneAndAreByTheirTextsAreOne() throws IOException {
        StampBook book = book(line("0a01", "agent", "agent: A\\nprompt: 00aa\\nmodel: m"), line("0a02", "agent", "agent: A\\nprompt: 00bb\\nmodel: m"),
                line("00aa", "prompt", "one"), line("00bb", "prompt", "two"), line("00cc", "prompt", "three"),
                alias("00aa", "00cc"), line("0a03", "agent", "agent: A\\nprompt: 00cc\\nmodel: m"), alias("0a01", "0a03"),
                alias("00bb", "00cc"), alias("0a02", "0a03"));
        assertThat(book.of("0a01")).isEqualTo("0a03");
        assertThat(book.of("0a02")).isEqualTo("0a03");
        assertThat(book.of("0a03")).isEqualTo("0a03");
    }

    @Test
    void whereNothingWasWrittenDownNothingIsKnown() throws IOException {
        assertThat(StampBook.read(temp).all()).isEmpty();
        assertThat(StampBook.read(temp.resolve("a.traces.jsonl")).file()).isEqualTo(temp.resolve("stamps.jsonl"));
    }

    @Test
    void whatStoodThereBeforeTheFileWasFullIsReadToo() throws IOException {
        Files.writeString(temp.resolve("stamps.old.jsonl"), line("00aa", "prompt", "old") + "\n" + alias("00bb", "00aa") + "\n");
        StampBook book = book(line("00cc", "prompt", "new"));
        assertThat(book.text("00bb")).isEqualTo("old");
        assertThat(book.all()).extracting(Stamp::stamp).containsExactly("00aa", "00cc");
    }

    @Test
    void stampsAreNoTraces() throws IOException {
        Files.writeString(temp.resolve("stamps.old.jsonl"), line("00bb", "prompt", "one"));
        book(line("00aa", "prompt", "one"));
        TraceReader reader = TraceReader.of(temp);
        assertThat(reader.summaries()).isEmpty();
        assertThat(reader.skipped()).isEmpty();
    }
}
