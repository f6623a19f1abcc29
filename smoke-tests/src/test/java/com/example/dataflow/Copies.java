package com.example.dataflow;

import static com.example.dataflow.Scenario.Kind.COPY;
import static com.example.dataflow.Scenario.Kind.EXCERPT;
import static com.example.dataflow.Scenario.Kind.LIST;

import java.util.List;

/** Text that is handed on as it is, or a sentence or two of it. */
final class Copies {
    private Copies() {}

    static List<Scenario> all() {
        return List.of(chain(), transcript(), lastWordOnly(), twoIntoOne(), germanLetter(), shortAnswer(), codeIsReviewed(), chinese(),
                sentence(), twoSentences(), quotedInQuotes(), middleOfALongReport(), excerptsOfThree(), lineWrapped(),
                list(), listRenumbered());
    }

    private static Scenario chain() {
        return new Scenario("chain")
                .agent("researcher", "Find out how the harbour of Rotterdam did last year.")
                .says("The harbour handled fourteen million containers, which is four percent more than in the year before. "
                        + "Most of the growth came from transhipment to the Baltic.")
                .agent("writer", "Write a short article from these notes:\nThe harbour handled fourteen million containers, which is four percent "
                        + "more than in the year before. Most of the growth came from transhipment to the Baltic.")
                .from("researcher", COPY)
                .says("Rotterdam grows again: cranes never stood still in a year that few had expected to be good for the city.")
                .agent("editor", "Make this shorter.\n\nRotterdam grows again: cranes never stood still in a year that few had expected to be good "
                        + "for the city.")
                .from("writer", COPY)
                .says("Rotterdam grows again.");
    }

    /** Each is told all that was said so far. */
    private static Scenario transcript() {
        String first = "I would start with the database, since the backup of Tuesday is the only one that we trust.";
        String second = "Agreed, but the web servers have to be stopped first or they will write into it.";
        String third = "Then we need a maintenance page before anything else happens at all.";
        return new Scenario("transcript")
                .agent("planner", "How do we restore the shop?").says(first)
                .agent("operator", "So far:\nplanner: " + first + "\nWhat do you say?").from("planner", COPY).says(second)
                .agent("designer", "So far:\nplanner: " + first + "\noperator: " + second + "\nWhat do you say?")
                .from("planner", COPY).from("operator", COPY).says(third)
                .agent("boss", "So far:\nplanner: " + first + "\noperator: " + second + "\ndesigner: " + third + "\nDecide.")
                .from("planner", COPY).from("operator", COPY).from("designer", COPY).says("Do it in the reverse order.");
    }

    /** The second repeats the first, and it is the second's answer that goes on. */
    private static Scenario lastWordOnly() {
        String found = "Invoice and delivery note of the branch in Lyon name two different quantities of the same screws.";
        return new Scenario("last-word-only")
                .agent("auditor", "Look through the papers of the branch in Lyon.").says(found)
                .agent("reviewer", "Check this finding: " + found).from("auditor", COPY)
                .says("Confirmed. " + found + " Somebody should call them before the month ends.")
                .agent("secretary", "Put this on letter paper: Confirmed. " + found + " Somebody should call them before the month ends.")
                .from("reviewer", COPY).says("Done.");
    }

    private static Scenario twoIntoOne() {
        return new Scenario("two-into-one")
                .agent("left", "What is open on the left branch?").says("Seven pull requests wait for a review on the left branch, the oldest since May.")
                .agent("right", "What is open on the right branch?").says("Nothing at all has changed on the right branch since the last release was cut.")
                .agent("join", "Merge these reports.\nLeft: Seven pull requests wait for a review on the left branch, the oldest since May.\n"
                        + "Right: Nothing at all has changed on the right branch since the last release was cut.")
                .from("left", COPY).from("right", COPY).says("Work on the left one.");
    }

    private static Scenario germanLetter() {
        return new Scenario("german-letter")
                .agent("sachbearbeiter", "Was schreiben wir dem Kunden?")
                .says("Ihre Anfrage wurde geprüft; die Gebühr für die verspätete Rückgabe entfällt ausnahmsweise vollständig.")
                .agent("korrektor", "Prüfe die Rechtschreibung: »Ihre Anfrage wurde geprüft; die Gebühr für die verspätete Rückgabe entfällt "
                        + "ausnahmsweise vollständig.«")
                .from("sachbearbeiter", COPY).says("Alles richtig geschrieben.");
    }

    private static Scenario shortAnswer() {
        return new Scenario("short-answer")
                .agent("namer", "Invent a name for a new sort of pear.").says("Belle de Zwolle")
                .agent("painter", "Paint a poster for Belle de Zwolle, please.").from("namer", COPY).says("Here it is.");
    }

    private static Scenario codeIsReviewed() {
        String code = """
                static int indexOf(int[] sorted, int wanted) {
                    int low = 0;
                    int high = sorted.length - 1;
                    while (low <= high) {
                        int middle = low + high >>> 1;
                        if (sorted[middle] == wanted) {
                            return middle;
                        }
                        low = sorted[middle] < wanted ? middle + 1 : low;
                        high = sorted[middle] > wanted ? middle - 1 : high;
                    }
                    return -1;
                }""";
        return new Scenario("code-is-reviewed")
                .agent("coder", "Write a search in a sorted array.").says("```java\n" + code + "\n```")
                .agent("reviewer", "Review:\n" + code.indent(4)).from("coder", COPY).says("Looks right to me.");
    }

    private static Scenario chinese() {
        return new Scenario("chinese")
                .agent("reporter", "鹿特丹港去年怎么样？").says("鹿特丹港去年处理了一千四百万个集装箱，比前年多百分之四。")
                .agent("author", "请写一篇短文：鹿特丹港去年处理了一千四百万个集装箱，比前年多百分之四。").from("reporter", COPY).says("好的。");
    }

    private static Scenario sentence() {
        return new Scenario("sentence")
                .agent("lawyer", "May we use the photograph?")
                .says("The picture is under a free licence. Its author has to be named next to the picture in a legible size. Nothing else is asked for.")
                .agent("layouter", "Place the picture. Mind this: its author has to be named next to the picture in a legible size.")
                .from("lawyer", EXCERPT).says("It is placed.");
    }

    private static Scenario twoSentences() {
        return new Scenario("two-sentences")
                .agent("doctor", "What did the examination show?")
                .says("The patient is well. Blood pressure is a little higher than at the last visit. No medicine is needed for now. "
                        + "He should come back after the summer holidays and bring his diary.")
                .agent("office", "Make an appointment. The doctor says: He should come back after the summer holidays and bring his diary. "
                        + "Also: Blood pressure is a little higher than at the last visit.")
                .from("doctor", EXCERPT).says("It is made.");
    }

    private static Scenario quotedInQuotes() {
        return new Scenario("quoted-in-quotes")
                .agent("interviewer", "Ask the mayor about the bridge.")
                .says("He said: \"We will not close the bridge before the new ferry is running every day.\" He did not say when that would be.")
                .agent("headline", "Find a headline. The mayor was quoted with “We will not close the bridge before the new ferry is running every day”.")
                .from("interviewer", EXCERPT).says("No ferry, no closure");
    }

    private static Scenario middleOfALongReport() {
        StringBuilder report = new StringBuilder();
        String[] towns = {"Aachen", "Bremen", "Chemnitz", "Dessau", "Erfurt", "Fulda", "Gera", "Hagen", "Ingolstadt", "Jena", "Kiel", "Leipzig"};
        String[] what = {"repaired its oldest tram line", "planted lime trees along the river", "opened a school for glass blowers",
            "lost its last paper mill", "won a prize for quiet nights", "moved the market to Thursdays"};
        for (int i = 0; i < 24; i++) {
            report.append("In spring the town of ").append(towns[i % towns.length]).append(' ').append(what[(i * 5 + i / 12) % what.length])
                    .append(", while its council argued about ").append(i % 2 == 0 ? "parking" : "the theatre").append(" until round ")
                    .append(i + 1).append(" of the debate. ");
        }
        report.append("Nobody in Quedlinburg ever saw the golden weathercock again after that stormy night. ");
        report.append("All of this stood in the papers.");
        return new Scenario("middle-of-a-long-report")
                .agent("archivist", "Collect the news of small towns.").says(report.toString())
                .agent("novelist", "Begin a novel with this sentence: Nobody in Quedlinburg ever saw the golden weathercock again after that stormy night.")
                .from("archivist", EXCERPT).says("Chapter one.");
    }

    private static Scenario excerptsOfThree() {
        return new Scenario("excerpts-of-three")
                .agent("cook", "What does the kitchen need?").says("We need a second oven. The cold room is fine. Somebody must sharpen the big knives.")
                .agent("waiter", "What does the hall need?").says("Six chairs are broken beyond repair. The lamps above the window table flicker all evening.")
                .agent("cleaner", "What do you need?").says("The mop bucket leaks on the stairs. Otherwise I am very happy here, thank you for asking.")
                .agent("buyer", "Order what is needed: - somebody must sharpen the big knives - the lamps above the window table flicker all evening "
                        + "- the mop bucket leaks on the stairs")
                .from("cook", EXCERPT).from("waiter", EXCERPT).from("cleaner", EXCERPT).says("It is ordered.");
    }

    private static Scenario lineWrapped() {
        return new Scenario("line-wrapped")
                .agent("poet", "Write a line about rain.").says("All night the rain was typing letters to the sea upon our roof of tin.")
                .agent("printer", "Set this:\n\n> All night the rain\n> was typing letters to the sea\n> upon our roof\n> of tin.").from("poet", COPY)
                .says("It is set.");
    }

    private static Scenario list() {
        return new Scenario("list")
                .agent("brainstormer", "Name things to take along to the mountains.")
                .says("- a headlamp with spare batteries\n- two pairs of woollen socks\n- water tablets\n- the blue rope\n- a whistle for emergencies")
                .agent("packer", "Check the bags for: a headlamp with spare batteries, two pairs of woollen socks, a whistle for emergencies.")
                .from("brainstormer", LIST).says("All there.");
    }

    private static Scenario listRenumbered() {
        return new Scenario("list-renumbered")
                .agent("tester", "What fails?")
                .says("1. checkoutKeepsTheBasket\n2. loginAfterTimeoutShowsTheLastPage\n3. searchIgnoresAccents\n4. mailIsSentOnceOnly")
                .agent("fixer", "Repair these, the most important one first:\n  a) loginAfterTimeoutShowsTheLastPage\n  b) mailIsSentOnceOnly")
                .from("tester", LIST).says("Both are repaired.");
    }
}
