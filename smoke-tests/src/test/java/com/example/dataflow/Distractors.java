package com.example.dataflow;

import static com.example.dataflow.Scenario.Kind.COPY;
import static com.example.dataflow.Scenario.Kind.EXCERPT;
import static com.example.dataflow.Scenario.Kind.FACT;

import java.util.List;

/** What looks like a flow and is none, alone or beside a true one. */
final class Distractors {
    private static final String HEADER = """
            /*
             * Copyright the authors of the shop. Licensed under the Apache License, Version 2.0; you may not use this file
             * except in compliance with the License. A copy of it lies in the root of this repository.
             */
            """;

    private Distractors() {}

    static List<Scenario> all() {
        return List.of(boilerplate(), stockPhrases(), smallNumbers(), summedUpList(), repeatedQuestion(), oneOfTwoResults(), template(), paraphrase(),
                years(), statusWords(), licenceHeader(), sameKeys(), roundBudget(), idOfTheUser(), unrelated(), commonSayings());
    }

    private static Scenario boilerplate() {
        String rules = "Mind the house style: short sentences, no exclamation marks, British spelling, and never a word about the competition.\n";
        return new Scenario("boilerplate")
                .agent("drafter", rules + "Draft a slogan for the ferry line.").says("I minded the house style: short sentences, no exclamation marks, "
                        + "British spelling, and never a word about the competition. Slogan: the slow way is the way.")
                .agent("namer", rules + "Find a name for the new ship.").says("Slow Boat")
                .agent("poet", rules + "Rhyme on ferry.").says("Merry.");
    }

    private static Scenario stockPhrases() {
        String thanks = "Thank you for reaching out to our team, we are always happy to help you with anything you need. ";
        return new Scenario("stock-phrases")
                .agent("phone", "Answer the first customer.").says(thanks + "Your router has to be reset with the small button at its back.")
                .agent("desk", "Answer the second customer.").says(thanks + "The cable that you ordered is out of stock until the week after Easter.")
                .agent("checker", "Is this right? Your router has to be reset with the small button at its back.").from("phone", EXCERPT).says("It is.")
                .agent("planner", "When does it come? " + thanks + "The cable that you ordered is out of stock until the week after Easter.")
                .from("desk", COPY).says("After Easter.");
    }

    private static Scenario smallNumbers() {
        return new Scenario("small-numbers")
                .agent("counter", "How many issues are open?").says("There are 3 open issues, 12 closed ones and 7 stale ones.")
                .agent("traveller", "Plan a trip of 3 days for 12 people in 7 cars.").says("Day 1: the fjord. Day 2: the glacier. Day 3: home.")
                .agent("cook", "Cook for 12 people on day 2.").says("Soup.");
    }

    private static Scenario summedUpList() {
        return new Scenario("summed-up-list")
                .agent("bookkeeper", "List what came in.").says("[{\"from\":\"Aune\",\"euros\":1250.75},{\"from\":\"Berg\",\"euros\":3310.20},{\"from\":\"Cato\",\"euros\":4471.05}]")
                .agent("mailer", "Tell the boss that three payments came in, 9032.00 euros altogether.").says("I told him.");
    }

    private static Scenario repeatedQuestion() {
        String question = "Which of our three warehouses in Hamburg still holds article AX-40021 with the blue handle at the moment?";
        return new Scenario("repeated-question")
                .agent("first", question).says("You asked: " + question + " I do not know.")
                .agent("second", question).says("You asked: " + question + " Neither do I, but the one in Altona has a catalogue of everything.")
                .agent("third", question + "\nHint of a colleague: the one in Altona has a catalogue of everything.").from("second", EXCERPT)
                .says("Then it must be Altona.");
    }

    private static Scenario oneOfTwoResults() {
        return new Scenario("one-of-two-results")
                .agent("shopper", "Find a hotel in Bergen.")
                .calls("offers", "{\"page\":1}", "{\"hotel\":\"Fjordblick\",\"price\":1290,\"breakfast\":true,\"code\":\"BGO-5521\"}")
                .and("offers", "{\"page\":2}", "{\"hotel\":\"Hafenruh\",\"price\":1340,\"breakfast\":true,\"code\":\"BGO-5588\"}")
                .says("I take the one by the sea.")
                .agent("booker", "Book BGO-5588.").from("shopper/offers#2", FACT).says("Booked.");
    }

    private static Scenario template() {
        String form = "Fill in this form.\nSummary of the incident:\nRisk for the customers (low, medium, high):\nNext step and who takes it:\nAbout: ";
        return new Scenario("template")
                .agent("water", form + "water in the cellar").says("Summary of the incident: a pipe burst.\nRisk for the customers (low, medium, high): low\n"
                        + "Next step and who takes it: the plumber closes it.")
                .agent("power", form + "no light in the hall").says("Summary of the incident: a fuse blew.\nRisk for the customers (low, medium, high): low\n"
                        + "Next step and who takes it: the caretaker changes it.")
                .agent("lift", form + "the lift is stuck").says("Summary of the incident: somebody leant on the button.\nRisk for the customers (low, "
                        + "medium, high): medium\nNext step and who takes it: none.");
    }

    private static Scenario paraphrase() {
        return new Scenario("paraphrase")
                .agent("observer", "What do you see?").says("The old fisherman mends his nets on the pier while two gulls quarrel about a crab.")
                .agent("painter", "Paint an elderly man who repairs fishing gear at the harbour, and some birds that fight over seafood.").says("Painted.");
    }

    private static Scenario years() {
        return new Scenario("years")
                .agent("historian", "When was the mill built?").says("It was built in 1884 and burnt down in 1921; what stands there now is from 1998.")
                .agent("planner", "Make a timeline of the railway from 1884 to 1998.").says("It opened in 1884.");
    }

    private static Scenario statusWords() {
        return new Scenario("status-words")
                .agent("gate", "May the visitor come in?").says("{\"status\":\"approved\",\"level\":\"low\",\"reviewed\":true}")
                .agent("bank", "The loan has status \"approved\" and risk level low. Write the letter.").says("Dear Sir, ...");
    }

    private static Scenario licenceHeader() {
        String lamp = HEADER + "final class Lamp {\n    private boolean burning;\n\n    void toggleUnlessItRains(Weather weather) {\n"
                + "        burning = weather.isRain() ? burning : !burning;\n    }\n}";
        String door = HEADER + "final class Door {\n    private int keysHandedOut;\n\n    boolean opensFor(Visitor visitor) {\n"
                + "        return visitor.keyNumber() <= keysHandedOut;\n    }\n}";
        return new Scenario("licence-header")
                .agent("lamp-coder", "Write the class Lamp.").says(lamp)
                .agent("door-coder", "Write the class Door.").says(door)
                .agent("lamp-reviewer", "Review this file:\n" + lamp).from("lamp-coder", COPY).says("It may flicker.")
                .agent("door-reviewer", "Review this file:\n" + door).from("door-coder", COPY).says("It is never closed.");
    }

    private static Scenario sameKeys() {
        return new Scenario("same-keys")
                .agent("triage", "Classify the first ticket.").says("{\"kind\":\"bug\",\"priority\":\"high\",\"component\":\"login\",\"assignee\":\"none\"}")
                .agent("router", "Where does this go? {\"kind\":\"wish\",\"priority\":\"low\",\"component\":\"search\",\"assignee\":\"team\"}").says("To search.");
    }

    private static Scenario roundBudget() {
        return new Scenario("round-budget")
                .agent("estimator", "What does the fence cost?").says("About 1500 euros, in 2 weeks, with 20 percent for surprises.")
                .agent("gardener", "Plant 20 trees for at most 1500 euros within 2 weeks.").says("Birches.");
    }

    private static Scenario idOfTheUser() {
        return new Scenario("id-of-the-user")
                .agent("greeter", "The user says: my contract V-771204 is wrong.").says("We look at contract V-771204 at once.")
                .agent("checker", "Check contract V-771204 of the user.").calls("contract", "{\"id\":\"V-771204\"}", "{\"id\":\"V-771204\",\"tariff\":\"night owl plus\"}")
                .says("It has the tariff night owl plus, which is the right one.")
                .agent("closer", "Close the case of contract V-771204.").says("It is closed.");
    }

    private static Scenario unrelated() {
        return new Scenario("unrelated")
                .agent("database", "Why is the query slow?").says("The query is slow because the index on the table of orders is not used by the planner.")
                .agent("network", "Why is the network slow at the office in the evening?").says("The network is slow because of the backup of the file server.")
                .agent("manager", "Write to the team that the network will be better after the backup was moved, and that the query is being looked at.")
                .says("Dear team, ...");
    }

    private static Scenario commonSayings() {
        return new Scenario("common-sayings")
                .agent("a", "Answer the mail.").says("As soon as possible, please let me know if there is anything else I can do for you. Best regards")
                .agent("b", "Translate into Danish: Let me know if there is anything else. Best regards, the other office").says("Sig til. Hilsen");
    }
}
