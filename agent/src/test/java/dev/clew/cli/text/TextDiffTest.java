package dev.clew.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.cli.text.TextDiff.Kind;
import dev.clew.cli.screen.Cells;
import dev.clew.cli.screen.Paint;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextDiffTest {
    private final DiffText plain = new DiffText(new Paint(false), true);

    private String words(String before, String after) {
        return plain.inShort(before, after, 1000);
    }

    private static String side(String before, String after, Kind kind) {
        StringBuilder text = new StringBuilder();
        for (TextDiff.Piece piece : TextDiff.of(before, after)) {
            text.append(piece.kind() == Kind.SAME || piece.kind() == kind ? piece.text() : "");
        }
        return text.toString();
    }

    @Test
    void oneChangedWordIsShownWithAFewAroundIt() {
        assertThat(words("You rewrite call sites. Answer in prose, and be brief about it, please do.",
                "You rewrite call sites. Answer in JSON, and be brief about it, please do."))
                .isEqualTo("… sites. Answer in [-prose-]{+JSON+}, and be brief …");
    }

    @Test
    void numbersAndNamesAreNotCutApart() {
        assertThat(words("temperature 0.2 for gpt-4o.", "temperature 0.7 for gpt-4o-mini."))
                .isEqualTo("temperature [-0.2-]{+0.7+} for [-gpt-4o-]{+gpt-4o-mini+}.");
    }

    @Test
    void neighbouringChangesAreOne() {
        assertThat(words("Call the tool once.", "Never use any tool once.")).isEqualTo("[-Call the-]{+Never use any+} tool once.");
    }

    @Test
    void whatIsAddedOrTakenAwayStandsAlone() {
        assertThat(words("Be brief.", "Be very brief.")).isEqualTo("Be {+very +}brief.");
        assertThat(words("Be very brief.", "Be brief.")).isEqualTo("Be [-very -]brief.");
        assertThat(words("", "All new.")).isEqualTo("{+All new.+}");
        assertThat(words("All old.", "")).isEqualTo("[-All old.-]");
        assertThat(words("The same.", "The same.")).isEqualTo("The same.");
    }

    @Test
    void scriptsWithoutGapsAreComparedSignBySign() {
        assertThat(words("你是一个好助手", "你是一个坏助手")).isEqualTo("你是一个[-好-]{+坏+}助手");
    }

    @Test
    void linesThatDidNotChangeAreLeftOutFarFromThoseThatDid() {
        String before = "one\ntwo\nthree\nfour\nfive\nsix\nseven\n";
        assertThat(plain.lines(before, before.replace("four", "FOUR"), 80, 1))
                .containsExactly("…", "three", "[-four-]{+FOUR+}", "five", "…");
        assertThat(plain.lines(before, before.replace("four", "FOUR"), 80, -1))
                .containsExactly("one", "two", "three", "[-four-]{+FOUR+}", "five", "six", "seven");
        assertThat(plain.lines("a\nb", "a\nx\nb", 80, 1)).containsExactly("a", "{+x↵+}", "b");
    }

    @Test
    void noRowIsWiderThanItMayBeAndColoursAddNothing() {
        String before = "漢字🎉 and ".repeat(60) + "prose " + "x".repeat(300) + " the end of it all";
        String after = "漢字🎉 and ".repeat(60) + "JSON " + "y".repeat(300) + " the end of it all";
        for (int cells : new int[] {20, 61, 80}) {
            assertThat(plain.lines(before, after, cells, -1)).isNotEmpty()
                    .allSatisfy(row -> assertThat(Cells.width(row)).as(row).isLessThanOrEqualTo(cells));
            assertThat(Cells.width(plain.inShort(before, after, cells))).isLessThanOrEqualTo(cells);
        }
        String coloured = String.join("\n", new DiffText(new Paint(true), true).lines(before, after, 40, 2));
        assertThat(coloured).contains("\u001b[31m[-", "\u001b[32m{+");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(String.join("\n", plain.lines(before, after, 40, 2)));
    }

    @Test
    void bothTextsCanBeReadOutOfWhatWasFound() {
        Random random = new Random(7);
        String[] vocabulary = {"a", "b", "c", " ", " ", "\n", ".", "漢", "🎉", "word", "1.5", "-", "\t"};
        for (int i = 0; i < 5000; i++) {
            String before = text(random, vocabulary);
            String after = random.nextInt(3) == 0 ? text(random, vocabulary) : before.replaceFirst("b", "word c");
            assertThat(side(before, after, Kind.OLD)).isEqualTo(before);
            assertThat(side(before, after, Kind.NEW)).isEqualTo(after);
        }
    }

    private static String text(Random random, String[] vocabulary) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(vocabulary[random.nextInt(vocabulary.length)]);
        }
        return text.toString();
    }

    @Test
    void longTextsAreComparedByLinesFirstAndLongerOnesNotWordByWord() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            text.append("line ").append(i).append(" of a long text\n");
        }
        String before = text.toString();
        String after = before.replace("line 700 of", "line 700 out of").replace("line 1900 ", "row 1900 ");
        assertThat(plain.lines(before, after, 80, 0))
                .containsExactly("…", "line 700 {+out +}of a long text", "…", "[-line-]{+row+} 1900 of a long text", "…");
        Random random = new Random(3);
        String one = random.ints(200_000, 0, 9).mapToObj(Integer::toString).reduce(new StringBuilder(), (s, w) -> s.append(w).append(' '),
                StringBuilder::append).toString();
        String other = new StringBuilder(one).reverse().toString();
        assertThat(side(one, other, Kind.OLD)).isEqualTo(one);
        assertThat(side(one, other, Kind.NEW)).isEqualTo(other);
    }
}
