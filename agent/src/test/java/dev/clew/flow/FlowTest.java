package dev.clew.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowTest {
    private final Script script = new Script();

    @Test
    void copiedSentenceMakesAnEdgeWithThatSentenceAsEvidence() {
        script.step("researcher", "Find out about the harbour.",
                "The harbour of Rotterdam handled fourteen million containers last year. It was founded long ago.");
        List<Edge> edges = script.step("writer",
                "Write an article. Use this: The harbour of Rotterdam handled fourteen million containers last year.", "Done, see below.");

        assertThat(edges).singleElement().satisfies(edge -> {
            assertThat(edge.from().span()).isEqualTo("researcher");
            assertThat(edge.sample()).isEqualTo("The harbour of Rotterdam handled fourteen million containers last year");
            assertThat(edge.share()).isCloseTo(10 / 15.0, within(0.01));
        });
    }

    @Test
    void movedIdMakesAnEdge() {
        script.step("lookup", "{\"customer\":\"Ada\"}", "{\"order_id\":\"ORD-99314\",\"state\":\"open\"}");
        assertThat(script.step("refund", "Please refund order ord-99314 now.", "ok")).singleElement()
                .satisfies(edge -> assertThat(edge.sample()).isEqualTo("ord-99314"));
    }

    @Test
    void movedNumberMakesAnEdgeInWhateverWayItIsWritten() {
        script.step("price", "{}", "{\"total\": 18429.50}");
        assertThat(script.step("mail", "We charge you 18,429.5 euros.", "sent")).hasSize(1);
    }

    @Test
    void movedNumberMakesAnEdgeAsOtherCountriesWriteIt() {
        script.step("price", "{}", "{\"open\": 1027350.40}");
        assertThat(script.step("mail", "Offen sind noch 1.027.350,40 Euro.", "sent")).hasSize(1);
    }

    @Test
    void nameThatIsQuotedOnlyLaterMakesAnEdge() {
        script.step("desk", "Go.", "We changed your tariff to Polar Flat for now.");
        assertThat(script.step("file", "Note: tariff \"Polar Flat\" since today.", "Noted.")).hasSize(1);
        assertThat(script.step("poem", "Write a poem of the Polar Flat.", "Snow.")).isEmpty();
    }

    @Test
    void shortAnswerIsFoundWithinASentence() {
        script.step("reader", "Which oil?", "40 ml of ISO VG 32.");
        assertThat(script.step("shop", "Order oil: 40 ml of ISO VG 32, please.", "Ordered.")).hasSize(1);
    }

    @Test
    void summedUpListMakesNoEdge() {
        script.step("amounts", "{}", "[1250.75, 3310.20, 4471.05]");
        assertThat(script.step("mail", "The sum is 9032.00 euros.", "sent")).isEmpty();
    }

    @Test
    void textFromOutsideIsNobodysOutput() {
        String question = "Which of the three warehouses in Hamburg holds article AX-40021 at the moment?";
        script.step("first", question, "You asked: " + question + " I don't know.");
        assertThat(script.step("second", question, "Neither do I.")).isEmpty();
    }

    @Test
    void reformattedJsonIsTheSameText() {
        script.step("tool", "{}", "{\"city\":\"Oslo\",\"degrees\":-4,\"sky\":\"overcast with some snow\",\"wind\":[3,4]}");
        assertThat(script.step("chat", "{\n  \"city\" : \"Oslo\",\n  \"degrees\" : -4,\n  \"sky\" : \"overcast with some snow\",\n  \"wind\" : [ 3, 4 ]\n}", "Cold."))
                .singleElement().satisfies(edge -> assertThat(edge.share()).isEqualTo(1.0));
    }

    @Test
    void jsonWithinAJsonStringIsTheSameText() {
        script.step("tool", "{}", "{\"title\":\"The \\\"big\\\" refactor\",\"body\":\"first line\\nsecond line of it\"}");
        assertThat(script.step("chat",
                        "[{\"text\":\"{\\\"title\\\":\\\"The \\\\\\\"big\\\\\\\" refactor\\\",\\\"body\\\":\\\"first line\\\\nsecond line of it\\\"}\"}]", "."))
                .hasSize(1);
    }

    @Test
    void whoCopiedLastIsTheSourceAndNotWhoSaidItFirst() {
        String found = "Invoice 2231-B was paid twice by the branch in Lyon, and nobody noticed it.";
        script.step("auditor", "Look.", found);
        script.step("summary", "Sum up: " + found, "In short: " + found);
        assertThat(script.step("mail", "In short: " + found, "Sent.")).singleElement()
                .satisfies(edge -> assertThat(edge.from().span()).isEqualTo("summary"));
    }

    @Test
    void twoSourcesOfOneInputAreTwoEdges() {
        script.step("left", "Go.", "The left branch has seven open pull requests waiting for review.");
        script.step("right", "Go.", "On the right hand side nothing at all has changed since Tuesday.");
        assertThat(script.step("join",
                        "Left: The left branch has seven open pull requests waiting for review.\nRight: On the right hand side nothing at all has changed since Tuesday.",
                        "Joined."))
                .extracting(edge -> edge.from().span()).containsExactlyInAnyOrder("left", "right");
    }

    @Test
    void agentThatHandsOnItsLastAnswerIsTheSourceAndNotItsModelCall() {
        Origin agent = script.begin("agent", null);
        Origin chat = script.begin("chat", agent);
        String answer = "Use the new rounding mode in all three call sites, and leave the tests alone.";
        script.end(chat, List.of("What to do?"), List.of(answer));
        script.end(agent, List.of("What to do?"), List.of(answer));
        assertThat(script.step("other", answer, "Done.")).singleElement().satisfies(edge -> assertThat(edge.from()).isSameAs(agent));
    }

    @Test
    void whatIsStillAtWorkFeedsNothing() {
        String text = "A long enough text that could have come from anywhere in the world.";
        Origin agent = script.begin("agent", null);
        Origin slow = script.begin("slow", null);
        Origin early = script.begin("early", null);
        script.end(slow, List.of("Go."), List.of(text));
        assertThat(script.end(early, List.of(text), List.of("x"))).as("began before that was said").isEmpty();
        Origin chat = script.begin("chat", agent);
        script.end(agent, List.of("What?"), List.of("A rather long answer that this agent alone has given to them."));
        assertThat(script.end(chat, List.of("A rather long answer that this agent alone has given to them."), List.of("y")))
                .as("an agent feeds nothing within itself").isEmpty();
    }

    @Test
    void shortAnswerIsKnownByItsCallOrByBeingTheOnlyOne() {
        script.end(script.begin("one", null), List.of("{\"a\":1}"), List.of(new Text("ok", "call_1")));
        script.end(script.begin("two", null), List.of("{\"a\":2}"), List.of(new Text("ok", "call_2")));
        assertThat(script.end(script.begin("chat", null), List.of(new Text("ok", "call_2")), List.of("fine")))
                .singleElement().satisfies(edge -> assertThat(edge.from().span()).isEqualTo("two"));
        assertThat(script.end(script.begin("chat", null), List.of(new Text(new String("ok"), null)), List.of("fine"))).isEmpty();
    }

    @Test
    void memoryIsTheSourceOfWhatNobodyElseSaid() {
        String said = "The customer prefers to be called in the afternoon, after three o'clock.";
        String old = "An entry that was written weeks ago, by another run of this very agent.";
        script.step("chat", "What do we know?", said);
        script.end(script.begin("memory of the agent", null), List.of(), List.of(said, old));
        assertThat(script.step("next", said + "\n" + old, "Good."))
                .extracting(edge -> edge.from().span()).containsExactlyInAnyOrder("chat", "memory of the agent");
        assertThat(script.step("last", said, "Good.")).extracting(edge -> edge.from().span()).containsExactly("chat");
    }

    @Test
    void whatAMemoryReturnedTwiceComesFromItsLastReader() {
        String old = "An entry that was written weeks ago, by another run of this very agent.";
        for (int i = 0; i < 3; i++) {
            script.end(script.begin("memory " + i, null), List.of(), List.of(old));
            script.end(script.begin("memory again " + i, null), List.of(), List.of(old));
            assertThat(script.end(script.begin("chat " + i, null), List.of(old, "What now? " + i), List.of("Nothing.")))
                    .extracting(edge -> edge.from().span()).containsExactly("memory again " + i);
        }
    }

    @Test
    void nameOfAJsonFieldIsNoEvidence() {
        script.step("first", "Go.", "{\"customer_id\":\"none\",\"delivery_state_code\":\"open\"}");
        assertThat(script.step("second", "{\"delivery_state_code\": \"shut\", \"customer_id\": \"new\"}", "Done.")).isEmpty();
    }

    @Test
    void promptThatQuotesAnAnswerDoesNotTakeItFromWhoSaidIt() {
        String said = "I would start with the database, since only the backup of Tuesday is worth anything.";
        script.step("planner", "How do we restore it?", said);
        script.step("operator", "So far:\nplanner: " + said + "\nWhat do you say?", "Stop the web servers first.");
        assertThat(script.step("boss", "So far:\nplanner: " + said + "\noperator: Stop the web servers first.\nDecide.", "Do it."))
                .extracting(edge -> edge.from().span()).contains("planner");
    }

    @Test
    void answerThatIsANameIsFoundInASentence() {
        script.step("namer", "Invent a name for a pear.", "Belle de Zwolle");
        assertThat(script.step("painter", "Paint a poster for Belle de Zwolle, please.", "Done.")).hasSize(1);
    }

    @Test
    void toolCallThatTheModelWroteComesFromItAndNotFromWhereItsIdWasRead() {
        script.step("find", "{\"name\":\"Grace\"}", "{\"customer_id\":\"C-48213\",\"plan\":\"basic\"}");
        script.step("chat", "Go on.", "{\"customer_id\":\"C-48213\"}");
        assertThat(script.step("tool", "{\"customer_id\":\"C-48213\"}", "Bounced."))
                .extracting(edge -> edge.from().span()).containsExactly("chat");
    }

    @Test
    void commonPhrasesAreNoEvidence() {
        script.step("a", "Go.", "As soon as possible, please let me know if there is anything else. Thank you for your help.");
        assertThat(script.step("b", "Thank you for your help with the other thing; if there is more, call.", "Bye.")).isEmpty();
    }

    @Test
    void sentenceOfShortWordsIsEvidenceWhereTheySaySomething() {
        script.step("one", "Is it edible?", "No, because the ring at its foot is torn.");
        assertThat(script.step("chair", "One reason given: because the ring at its foot is torn. Decide.", "No.")).hasSize(1);
        assertThat(script.step("mail", "Let me know if there is anything else that I can do for you.", "Bye.")).isEmpty();
        assertThat(script.step("other", "So let me know if there is anything else you want.", "Bye.")).isEmpty();
    }

    @Test
    void whatIsPartOfAWorkFeedsItNot() {
        Origin agent = script.begin("agent", null);
        Origin memory = new Origin("memory", agent, agent.start(), true);
        memory.ended(agent.start() + 1);
        String glossary = "The word \"Gezeitenbecken\" is always translated as tidal basin.";
        script.flow.take(memory, List.of(), List.of(new Text(glossary, null)));
        assertThat(script.end(agent, List.of("Translate: Gezeitenbecken"), List.of("tidal basin"))).isEmpty();
    }

    @Test
    void whatAnAgentWasToldWasThereBeforeAllThatIsPartOfIt() {
        Origin agent = script.begin("agent", null);
        script.flow.told(agent, List.of(new Text("Translate: Das Gezeitenbecken ist leer.", null)));
        script.end(script.begin("memory", agent), List.of(), List.of("The word \"Gezeitenbecken\" is always translated as tidal basin."));
        assertThat(script.end(script.begin("chat", agent), List.of("Translate: Das Gezeitenbecken ist leer."), List.of("It is dry."))).isEmpty();
    }

    @Test
    void sentenceOutOfAListIsFoundInAnotherListOfTheSameForm() {
        StringBuilder said = new StringBuilder("[");
        StringBuilder other = new StringBuilder("[");
        for (int i = 0; i < 60; i++) {
            said.append("{\"open\":true,\"id\":\"A-").append(i).append("\",\"note\":\"nothing of note on shelf ").append(i * 7).append("\"},");
            other.append("{\"open\":true,\"id\":\"B-").append(i).append("\",\"note\":\"nobody has looked into box ").append(i * 7 + 1).append("\"},");
        }
        String copied = "the lid is cracked and the paint came off";
        script.step("shelves", "{}", said + "{\"open\":true,\"id\":\"A-60\",\"note\":\"" + copied + "\"}]");
        assertThat(script.step("plain", other + "{}]", "Noted.")).isEmpty();
        assertThat(script.step("boxes", other + "{\"open\":true,\"id\":\"B-60\",\"note\":\"" + copied + "\"}]", "Noted."))
                .singleElement().satisfies(edge -> assertThat(edge.sample()).contains(copied));
    }

    @Test
    void whoSaidMoreOfItIsTheSourceThoughAnotherSaidItsBegin() {
        String begin = "We would have to drain the northern basin before the frost and replace both of the old wooden gates by steel ones, ";
        String end = "which the foundry in Dordrecht can cast within seven weeks once somebody has measured the hinges on site.";
        script.step("first", "What now?", "My plan: " + begin);
        script.step("second", "And?", begin.substring(30) + end);
        assertThat(script.step("third", "Told: plan: " + begin + end, "Yes."))
                .extracting(edge -> edge.from().span()).contains("second");
    }

    @Test
    void sameBytesThatTwoSaidComeFromWhoSaidThemLast() {
        String text = "The crane on the third quay is booked until Thursday noon, no exceptions.";
        script.step("one", "Ask.", text);
        script.step("two", "Ask again.", "{\"answer\": \"" + text + "\"}");
        script.step("three", "Ask once more.", text);
        assertThat(script.step("reader", new String(text), "Fine.")).singleElement().satisfies(edge -> {
            assertThat(edge.from().span()).isEqualTo("three");
            assertThat(edge.share()).isEqualTo(1.0);
            assertThat(edge.sample()).isEqualTo(text.substring(0, text.length() - 1));
        });
    }

    @Test
    void sameBytesComeFromWhoEndedLastThoughToldOfFirst() {
        List<Text> text = List.of(new Text("The crane on the third quay is booked until Thursday noon.", null));
        Origin late = script.begin("late", null);
        Origin early = script.begin("early", null);
        late.ended(early.start() + 20);
        script.flow.take(late, List.of(), text);
        early.ended(early.start() + 10);
        script.flow.take(early, List.of(), text);
        assertThat(script.end(script.begin("reader", null), text, List.of("Fine."))).extracting(edge -> edge.from().span()).containsExactly("late");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORD-2026-%05d", "https://www.example.org/shop/item%05d", "2026-11-%02d", "https://www.example.org/%05d/index.html",
        "\"Meyer von Hausen%05d\"", "ab-%02d-x-y"})
    void eachOfManyFactsThatBeginOrEndAlikeIsFound(String form) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            list.append("- ").append(form.formatted(i + 10)).append('\n');
        }
        script.step("list", "{}", list.toString());
        for (int i = 0; i < 40; i += 13) {
            assertThat(script.step("use " + i, "Take " + form.formatted(i + 10) + " please.", "ok")).as("%d", i)
                    .extracting(edge -> edge.from().span()).containsExactly("list");
        }
    }

    @Test
    void textWithoutSpacesIsFoundToo() {
        script.step("zh", "开始", "鹿特丹港去年处理了一千四百万个集装箱，比前年多。");
        assertThat(script.step("b", "请写一篇文章：鹿特丹港去年处理了一千四百万个集装箱", "好")).hasSize(1);
    }

    /** Told all that was said before at every step, as the same objects or as copies of them: kept once. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void historyThatGrowsIsKeptOnce(boolean copies) {
        List<String> history = new ArrayList<>();
        int characters = 0;
        for (int step = 0; step < 50; step++) {
            StringBuilder answer = new StringBuilder();
            for (int word = 0; word < 300; word++) {
                answer.append("word").append((step * 300 + word) * 7919 % 100_003).append(' ');
            }
            List<String> told = copies ? history.stream().map(String::new).toList() : List.copyOf(history);
            List<Edge> edges = script.end(script.begin("step" + step, null), told, List.of(answer.toString()));
            assertThat(edges).as("step %d", step).hasSize(step);
            history.add(answer.toString());
            characters += answer.length();
        }
        System.out.println("50 steps, " + characters / 1024 + " KB of new text: " + script.flow.bytes() / 1024 + " KB kept");
        assertThat(script.flow.bytes()).isLessThan(6L * characters);
    }

    @Test
    void hugeTextIsCutAndMemoryStaysBounded() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000_000; i++) {
            text.append("w").append(i % 99_991).append(' ');
        }
        script.step("big", "Go.", text.toString());
        for (int i = 0; i < 40; i++) {
            script.step("s" + i, "part " + i, text.substring(i * 10_000, i * 10_000 + 400_000));
        }
        assertThat(script.flow.bytes()).isLessThan(16L << 20);
        script.step("late", "Go.", "This one sentence was said after all of that had been forgotten.");
        assertThat(script.step("reader", "This one sentence was said after all of that had been forgotten.", "y")).hasSize(1);
    }
}
