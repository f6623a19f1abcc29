package dev.clew.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.capture.Masking;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StampsTest {
    private final List<String> kept = new ArrayList<>();
    private boolean works = true;
    private boolean lost;

    private final Stamps stamps = new Stamps(
            new Store() {
                @Override
                public boolean keep(String stamp, Kind kind, String name, String text) {
                    kept.add(text);
                    return works;
                }

                @Override
                public void same(String stamp, Kind kind, String is) {}

                @Override
                public boolean lost() {
                    return lost;
                }
            },
            Masking::mask);

    @Test
    void aStampIsTheSameOnEveryMachine() {
        assertThat(stamps.of(Kind.PROMPT, null, "system:\nBe brief.")).isEqualTo("7966856d5bc08b0b");
    }

    @Test
    void theKindIsPartOfIt() {
        assertThat(stamps.of(Kind.PROMPT, null, "x")).isNotEqualTo(stamps.of(Kind.TOOLS, null, "x"));
    }

    @Test
    void aTextIsKeptOnce() {
        stamps.of(Kind.PROMPT, null, "x");
        stamps.of(Kind.PROMPT, null, "x");
        assertThat(kept).containsExactly("x");
    }

    @Test
    void whatCouldNotBeKeptIsToldAgain() {
        works = false;
        stamps.of(Kind.PROMPT, null, "x");
        works = true;
        stamps.of(Kind.PROMPT, null, "x");
        stamps.of(Kind.PROMPT, null, "x");
        assertThat(kept).containsExactly("x", "x");
    }

    @Test
    void afterSomebodyEmptiedTheFolderAllIsToldAgain() {
        stamps.of(Kind.PROMPT, null, "x");
        lost = true;
        stamps.look();
        stamps.of(Kind.PROMPT, null, "x");
        assertThat(kept).containsExactly("x", "x");
    }

    @Test
    void aKeyIsNeitherKeptNorPartOfTheStamp() {
        String one = stamps.of(Kind.PROMPT, null, "Use the key sk-abcdefghijklmnopqrstuvwxyz0123.");
        assertThat(stamps.of(Kind.PROMPT, null, "Use the key sk-zyxwvutsrqponmlkjihgfedcba9876.")).isEqualTo(one);
        assertThat(kept).containsOnly("Use the key ***.");
    }

    @Test
    void theOrderOfAToolsFieldsDoesNotMatterAndAWordDoes() {
        String one = Definitions.of("f", "d", "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"minimum\":1.50}}}");
        assertThat(Definitions.of("f", "d", "{\"properties\": {\"b\": {\"minimum\":1.50},\n\"a\":{\"type\":\"string\"}},\"type\":\"object\"}"))
                .isEqualTo(one)
                .contains("1.50");
        assertThat(Definitions.of("f", "e", "{}")).isNotEqualTo(Definitions.of("f", "d", "{}"));
    }

    @Test
    void aSchemaThatIsNoJsonStandsAsItIs() {
        assertThat(Definitions.of("f", null, "{\"a\":")).isEqualTo("{\"name\":\"f\",\"parameters\":\"{\\\"a\\\":\"}");
        assertThat(Definitions.of(null, null, "{} {}")).contains("{} {}");
        assertThat(Definitions.of("f", null, "[".repeat(5000))).startsWith("{\"name\":\"f\"");
    }

    private record Wrapper(Object delegate) {}

    private static String shout(String text) {
        return text + "!";
    }

    @Test
    void behindALibrarysWrappersIsTheClassThatSomebodyWrote() {
        ClassFiles files = new ClassFiles(stamps);
        String own = files.line(this, "org.library.");
        assertThat(own).matches("class: dev\\.clew\\.stamp\\.StampsTest [0-9a-f]{64}");
        assertThat(files.line(new Wrapper(new Wrapper(this)), "dev.clew.stamp.StampsTest$Wrapper", "delegate")).isEqualTo(own);
        Function<String, String> lambda = StampsTest::shout;
        assertThat(files.line(lambda, "org.library.")).as("of a lambda, the class that it stands in").isEqualTo(own);
        Function<String, String> captured = text -> kept + text;
        assertThat(files.line(captured, "dev.clew.stamp.StampsTest$$Lambda")).as("what a library's lambda leads to").isEqualTo(own);
        assertThat(files.line(new Wrapper(null), "dev.clew.stamp.StampsTest$Wrapper", "delegate")).isNull();
        assertThat(files.line("text", "org.library.")).as("the JDK's own").isNull();
    }

    @Test
    void templatesAreFoundByTheTextThatWasMadeOfThem() {
        Templates templates = new Templates();
        Templates.made("Say {{word}} twice.", "Say hello twice.");
        Templates.made("{{it}}", "whatever");
        templates.look();
        assertThat(templates.of("Say hello twice.")).isEqualTo("Say {{word}} twice.");
        assertThat(templates.of("whatever")).as("a variable alone is no prompt").isNull();
        assertThat(templates.of("Say hello.")).isNull();
        assertThat(Templates.fits("Say {{word}} twice, ${name}.", "Say a lot twice, Bob.")).isTrue();
        assertThat(Templates.fits("Say {{word}} twice.", "Twice. Say it.")).isFalse();
        assertThat(Templates.fits("{{it}}", "anything")).isFalse();
    }
}
