package dev.clew.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final int TEXTS = 6000;
    private static final String[] WORDS = {"a", "foo", "Bar", "Polar Flat", "customerName", "abcdefgh", "abcdefghi", "fifteenletterss",
        "sixteenletterssx", "mailIsSentOnceOnlyToAll", "7", "12", "1999", "2000", "12345", "0.50", "12.00", "1,234", "1.234,50", "27.350,40", "1,2345", "1.5kg", "x1",
        "1234.5", "ORD-99314", "a@b.org", "https://a.b/c", "2026-11-21", "snake_case_name", "192.168.0.1", "Abc", "3.125,", "3.125.", "1.000.000"};
    private static final String[] BETWEEN = {" ", " ", " ", " ", " ", "\"", "\"", ", ", ". ", ": ", ":", "=", "/", "//", "-", "_", "@", ".", ",", "\n",
        "\\\"", "\\n", "\\t", "\\\\", "\\/", "{", "}", "'", "\":\"", "\",\"", "\": "};
    private static final String[] OTHER = {"ä", "Ä", "Ärger", "größe", "é1234", "漢", "東京", "カナ", "年", "\ud83d\ude00", "\ud800", "\u00a0", "—", "“", "½",
        "İ", "ß"};

    private final Tokens tokens = new Tokens();
    private final Map<String, Integer> hashes = new HashMap<>();
    private final Map<Integer, String> words = new HashMap<>();

    @Test
    void randomTextHasTheWordsAndFactsThatALookAtEachCharacterFinds() {
        Random random = new Random(7);
        int facts = 0;
        for (int i = 0; i < TEXTS; i++) {
            facts += compare(text(random, i % 3 == 0));
        }
        assertThat(facts).isGreaterThan(TEXTS);
    }

    @Test
    void wordsOfEachLengthAreFoundAtEachPlace() {
        Random random = new Random(8);
        for (int length = 1; length < 40; length++) {
            for (int place = 0; place < 70; place++) {
                StringBuilder text = new StringBuilder(" ".repeat(place));
                for (int i = 0; i < length; i++) {
                    text.append((char) ('a' + random.nextInt(26)));
                }
                compare(text.toString());
                compare(text + " b");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"111,", "111.", "1.5", "a-", "\"a\":", "\\n"})
    void textThatIsOneThingAgainAndAgainIsReadToItsEnd(String part) {
        // were each of them looked at up to the end, this would take minutes
        assertThat(hashesOf(part.repeat(200_000) + "kg end")).endsWith(hashesOf("end").get(0));
    }

    @ParameterizedTest
    @CsvSource({"Straße ABC,straße abc", "ÄRGER im Büro,ärger im büro", "ABCDEFGHIJ,abcdefghij"})
    void wordIsTheSameInEitherCase(String one, String other) {
        assertThat(hashesOf(one)).isEqualTo(hashesOf(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"1234.50;1,234.5", "27350.40;27.350,40", "12.00;12", "1,000,000;1000000"})
    void numberIsTheSameHoweverItIsWritten(String one, String other) {
        assertThat(hashesOf(one)).isEqualTo(hashesOf(other));
    }

    @Test
    void wordIsTheSameInTextThatIsAllAsciiAndInOneThatIsNot() {
        String text = "The invoice ORD-99314 of 1,234.50 is overdue, mailIsSentOnceOnlyToAll";
        List<Integer> alone = hashesOf(text);
        assertThat(hashesOf("Ä " + text).subList(1, alone.size() + 1)).isEqualTo(alone);
        assertThat(hashesOf("漢" + text).subList(1, alone.size() + 1)).isEqualTo(alone);
    }

    @Test
    void textWithinAJsonStringIsTheSameWords() {
        assertThat(hashesOf("first line\\nsecond\\tline\\r\\n12,000 euros \\\"quoted\\\" C:\\\\new"))
                .isEqualTo(hashesOf("first line\nsecond\tline\r\n12,000 euros \"quoted\" C: new"));
    }

    private List<Integer> hashesOf(String text) {
        tokens.of(text, text.getBytes(StandardCharsets.UTF_8));
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < tokens.count; i++) {
            all.add(tokens.hashes[i]);
        }
        return all;
    }

    private int compare(String text) {
        tokens.of(text, text.getBytes(StandardCharsets.UTF_8));
        PlainTokens plain = new PlainTokens(text);
        List<PlainTokens.Word> found = new ArrayList<>();
        for (int i = 0; i < tokens.count; i++) {
            String says = i < plain.words.size() ? plain.words.get(i).says() : "";
            found.add(new PlainTokens.Word(tokens.starts[i], tokens.ends[i], says));
        }
        assertThat(found).as(text).isEqualTo(plain.words);
        for (int i = 0; i < tokens.count; i++) {
            String says = plain.words.get(i).says();
            Integer hash = hashes.putIfAbsent(says, tokens.hashes[i]);
            assertThat(tokens.hashes[i]).as("hash of %s in %s", says, text).isEqualTo(hash == null ? tokens.hashes[i] : hash);
            String other = words.putIfAbsent(tokens.hashes[i], says);
            assertThat(says).as("the same hash in %s", text).isEqualTo(other == null ? says : other);
        }
        List<PlainTokens.Fact> facts = new ArrayList<>();
        for (int i = 0; i < tokens.facts.count; i++) {
            facts.add(new PlainTokens.Fact(tokens.facts.from(i), tokens.facts.at[i], tokens.facts.weights[i]));
        }
        assertThat(facts).as(text).containsExactlyInAnyOrderElementsOf(plain.facts);
        return facts.size();
    }

    private static String text(Random random, boolean ascii) {
        StringBuilder text = new StringBuilder();
        for (int parts = random.nextInt(new int[] {25, 25, 25, 200, 600}[random.nextInt(5)]); parts > 0; parts--) {
            String[] from = random.nextInt(3) > 0 ? WORDS : ascii || random.nextInt(3) > 0 ? BETWEEN : OTHER;
            text.append(from[random.nextInt(from.length)]);
            text.append(random.nextInt(3) > 0 ? " " : "");
            if (random.nextInt(30) == 0) {
                text.append((char) (1 + random.nextInt(127)));
            }
        }
        return text.toString();
    }
}
