package dev.clew.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Prompts of which only the rendered text is seen. */
class RenderedTest {
    private static final String PROMPT =
            "You are the assistant of %s, who works at %s in the department of %s. Answer in one sentence, and name your source.";

    private final Map<String, String> same = new HashMap<>();
    private final Rendered rendered = new Rendered(same::put);
    private int traces;

    private String told(String text) {
        return rendered.of("helper", text, "t" + traces++, true);
    }

    @Test
    void aTextThatIsMetOnceStandsForItself() {
        assertThat(told("Answer briefly.")).isEqualTo("Answer briefly.");
        assertThat(told("Answer briefly.")).isEqualTo("Answer briefly.");
    }

    @Test
    void fromThreeTextsOnWhatStaysIsThePrompt() {
        told(PROMPT.formatted("Ada", "Acme", "research"));
        told(PROMPT.formatted("Grace Hopper", "Initech", "ships"));
        String third = told(PROMPT.formatted("Alan", "the Bombe & Sons", "puzzles"));

        assertThat(third).isEqualTo("You are the assistant of \u2026 who works at \u2026 in the department of \u2026 "
                + "Answer in one sentence, and name your source.");
        assertThat(told(PROMPT.formatted("Linus", "Finland", "kernels"))).isEqualTo(third);
    }

    @Test
    void otherVariablesInAnotherJvmGiveTheSamePrompt() {
        told(PROMPT.formatted("Ada", "Acme", "research"));
        told(PROMPT.formatted("Grace Hopper", "Initech", "ships"));
        String here = told(PROMPT.formatted("Alan", "the Bombe & Sons", "puzzles"));
        Rendered other = new Rendered(same::put);
        String there = null;
        for (String name : new String[] {"Xi", "Per Olov Enquist", "Zoe", "Maria"}) {
            there = other.of("helper", PROMPT.formatted(name, name + "'s", name + "!"), "u" + name, true);
        }

        assertThat(there).isEqualTo(here);
    }

    @Test
    void whatWasMetBeforeIsToldToBeTheSame() {
        String first = told(PROMPT.formatted("Ada", "Acme", "research"));
        String second = told(PROMPT.formatted("Grace", "Initech", "ships"));
        String third = told(PROMPT.formatted("Alan", "Bombe", "puzzles"));

        assertThat(same).containsEntry(first, third).containsEntry(second, third);
        assertThat(told(PROMPT.formatted("Ada", "Acme", "research"))).as("met again").isEqualTo(third);
    }

    @Test
    void aWordThatIsAnotherAfterSeveralTracesIsAnotherPrompt() {
        for (int i = 0; i < 4; i++) {
            assertThat(told("You are a careful planner of journeys.")).isEqualTo("You are a careful planner of journeys.");
        }
        for (int i = 0; i < 4; i++) {
            assertThat(told("You are a quick planner of journeys.")).isEqualTo("You are a quick planner of journeys.");
        }
        assertThat(told("You are a bold planner of journeys.")).isEqualTo("You are a bold planner of journeys.");
        assertThat(same).isEmpty();
    }

    @Test
    void datesTimesAndIdsAreNoPartOfIt() {
        String monday = told("Today is Monday, 16 November 2026, 09:15. The session is 123e4567-e89b-12d3-a456-426614174000. Be kind.");
        String friday = told("Today is Friday, 20 November 2026, 17:45. The session is 00000000-e89b-12d3-a456-000000174000. Be kind.");

        assertThat(monday).isEqualTo(friday).isEqualTo("Today is \u2026, \u2026. The session is \u2026. Be kind.");
    }

    @Test
    void twoAgentsOfOneNameAndOtherPromptsDoNotMix() {
        for (String name : new String[] {"Ada", "Grace", "Alan", "Linus"}) {
            told("Write a poem about " + name + " in four lines that rhyme.");
            told("Judge the poem that " + name + " has written: is it any good, and why?");
        }

        assertThat(told("Write a poem about Bob in four lines that rhyme.")).isEqualTo("Write a poem about \u2026 in four lines that rhyme.");
        assertThat(told("Judge the poem that Bob has written: is it any good, and why?"))
                .isEqualTo("Judge the poem that \u2026 has written: is it any good, and why?");
    }

    @Test
    void aTemplateThatHasSettledTakesInNoOther() {
        for (int i = 0; i < 20; i++) {
            told("Sort the complaint of customer number " + i + "x into one of five kinds.");
        }
        assertThat(told("Sort the complaint of customer number 99x into one of six kinds."))
                .isEqualTo("Sort the complaint of customer number 99x into one of six kinds.");
        assertThat(told("Sort the complaint of customer number 77x into one of five kinds."))
                .isEqualTo("Sort the complaint of customer number \u2026 into one of five kinds.");
    }

    @Test
    void aQuestionIsNoPromptUntilSeveralAreAlike() {
        assertThat(rendered.of("", "What is the weather in Oslo?", "a", false)).isNull();
        String[] texts = {"Bees dance.", "Whales sing very long songs.", "Ants carry leaves.", "Owls turn their heads."};
        String last = null;
        for (String text : texts) {
            last = rendered.of("", "Sum up the text below for a child of six years:\n\n" + text, text, false);
        }
        assertThat(last).isEqualTo("Sum up the text below for a child of six years: \u2026");
    }

    @Test
    void aHugeTextThatHasNothingInCommonTakesNoLongLook() {
        StringBuilder one = new StringBuilder("You sort the mail of a company.");
        StringBuilder other = new StringBuilder("You sort the mail of a company.");
        for (int i = 0; i < 50_000; i++) {
            one.append(" a").append(i);
            other.append(" b").append(i);
        }
        assertThat(told(one.toString())).hasSize(one.length());
        assertThat(told(other.toString())).hasSize(other.length());
    }

    @Test
    void oneWordOverAndOverTakesNoLongLookEither() {
        StringBuilder steps = new StringBuilder("You sort the mail of a company.");
        for (int i = 0; i < 1500; i++) {
            steps.append(i % 2 == 0 ? " go on and go" : " on");
        }
        for (int i = 0; i < 40; i++) {
            String text = steps.substring(0, steps.length() - i * 7) + " end " + i;
            assertThat(told(text)).startsWith("You sort the mail of a company.");
        }
    }
}
