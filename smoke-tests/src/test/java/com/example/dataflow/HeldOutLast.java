package com.example.dataflow;

import static com.example.dataflow.Scenario.Kind.COPY;
import static com.example.dataflow.Scenario.Kind.EXCERPT;
import static com.example.dataflow.Scenario.Kind.FACT;
import static com.example.dataflow.Scenario.Kind.JSON;
import static com.example.dataflow.Scenario.Kind.LIST;

import java.util.List;

/** Written last; the search was not changed any more. */
final class HeldOutLast {
    private HeldOutLast() {}

    static List<Scenario> all() {
        return List.of(labValues(), portfolio(), configMerge(), incident(), rolePlay(), voteOfThree(), translationMemory(), partNumbers(), handbook(),
                weatherTwice(), greetings(), sameTopic(), planAndDo(), chatHistory());
    }

    private static Scenario labValues() {
        return new Scenario("lab-values")
                .agent("lab", "Analyse the sample.").says("{\"sample\":\"S-60412\",\"ferritin\":8.4,\"haemoglobin\":9.75,\"unit\":\"g/dl\"}")
                .agent("physician", "Sample S-60412: haemoglobin is at 9.75 g/dl. What do you advise?").from("lab", FACT)
                .says("Iron tablets in the morning, and another sample in six weeks from now.")
                .agent("pharmacist", "The doctor advises iron tablets in the morning, and another sample in six weeks from now. What does it cost?")
                .from("physician", EXCERPT).says("Four euros.");
    }

    private static Scenario portfolio() {
        return new Scenario("portfolio")
                .agent("quotes", "Get the prices.").calls("quote", "{\"symbol\":\"NVK\"}", "{\"symbol\":\"NVK\",\"price\":412.18}")
                .and("quote", "{\"symbol\":\"HRM\"}", "{\"symbol\":\"HRM\",\"price\":96.07}").says("NVK stands at 412.18 and HRM at 96.07.")
                .agent("adviser", "Should I sell HRM at 96.07 or keep it?").from("quotes", FACT).says("Keep it.");
    }

    private static Scenario configMerge() {
        return new Scenario("config-merge")
                .agent("defaults", "What are the defaults?").says("{\"pool\":{\"max\":24,\"idle_timeout\":\"90s\"},\"region\":\"eu-north-2\"}")
                .agent("overrides", "What does this customer want instead?").says("{\"pool\":{\"max\":96},\"audit_sink\":\"s3://acme-audit-77/raw\"}")
                .agent("merger", "Check the merged file:\n[pool]\nmax = 96\nidle_timeout = \"90s\"\n[other]\nregion = \"eu-north-2\"\naudit_sink = \"s3://acme-audit-77/raw\"")
                .from("defaults", JSON).from("overrides", JSON).says("Valid.");
    }

    private static Scenario incident() {
        return new Scenario("incident")
                .agent("watcher", "What happened?").says("At 03:41:22 the primary lost its lease, and pod cart-6f9c8 was restarted eleven times.")
                .agent("digger", "Look at pod cart-6f9c8.").from("watcher", FACT).calls("describe_pod", "{\"pod\":\"cart-6f9c8\"}",
                        "Last state: OOMKilled, exit code 137, limit 256Mi").says("It was killed for want of memory: exit code 137, limit 256Mi.")
                .agent("reporter", "Timeline so far:\n03:41:22 the primary lost its lease\nthen: killed for want of memory (exit code 137, limit 256Mi)\nWrite it up.")
                .from("watcher", EXCERPT).from("digger", EXCERPT).says("Written.");
    }

    private static Scenario rolePlay() {
        return new Scenario("role-play")
                .agent("innkeeper", "A stranger enters. Say something.").says("Shut the door behind you, stranger, the wolves have been singing since dusk.")
                .agent("stranger", "The innkeeper says: \"Shut the door behind you, stranger, the wolves have been singing since dusk.\" Answer.")
                .from("innkeeper", COPY).says("They were not singing for you, old man.")
                .agent("innkeeper-again", "The stranger says: \"They were not singing for you, old man.\" Answer.").from("stranger", COPY).says("(He drops a glass.)");
    }

    private static Scenario voteOfThree() {
        return new Scenario("vote-of-three")
                .agent("one", "Is the mushroom edible? Answer yes or no, and why.").says("No, because the ring at its foot is torn.")
                .agent("two", "Is the mushroom edible? Answer yes or no, and why.").says("No, because it smells of radish.")
                .agent("three", "Is the mushroom edible? Answer yes or no, and why.").says("Yes.")
                .agent("chair", "Two say no and one says yes. One reason given: because the ring at its foot is torn. Decide.").from("one", EXCERPT).says("No.");
    }

    private static Scenario translationMemory() {
        return new Scenario("translation-memory")
                .remembered("Glossary: \"Gezeitenbecken\" is always translated as \"tidal basin\", never as \"tide pool\".")
                .agent("translator", "Translate: Das Gezeitenbecken ist leer.").remembers().says("The tidal basin has run dry.")
                .agent("proofreader", "Is this English? The tidal basin has run dry.").from("translator", COPY).says("It is.");
    }

    private static Scenario partNumbers() {
        return new Scenario("part-numbers")
                .agent("mechanic", "What does the mower need?").says("- blade 532-19-92\n- belt GX20072\n- spark plug\n- air filter 17211-ZL8-023")
                .agent("store", "Do we have belt gx20072 and air filter 17211-ZL8-023?").from("mechanic", LIST).says("Both.")
                .agent("invoice", "Bill a spark plug and an oil change.").says("Billed.");
    }

    private static Scenario handbook() {
        return new Scenario("handbook")
                .agent("hr", "How many days off for a move?")
                .finds("7.3 Employees who move house have two days off, once a year.", "7.4 Weddings: one day.", "7.5 Employees who donate blood have half a day off.")
                .says("Two days, once a year (7.3).")
                .agent("hr-two", "And for a wedding?").finds("7.4 Weddings: one day.", "7.6 For the wedding of a child nothing is granted.").says("One day.");
    }

    private static Scenario weatherTwice() {
        return new Scenario("weather-twice")
                .agent("today", "How is the weather?").calls("weather", "{\"day\":\"today\"}", "{\"sky\":\"clear\",\"wind\":4,\"temp\":11}").says("Clear, 11 degrees.")
                .agent("tomorrow", "How will the weather be?").calls("weather", "{\"day\":\"tomorrow\"}", "{\"sky\":\"clear\",\"wind\":4,\"temp\":11}")
                .says("Clear, 11 degrees.")
                .agent("sailor", "Plan a trip of 11 miles in a wind of 4.").says("Go west.");
    }

    private static Scenario greetings() {
        return new Scenario("greetings")
                .agent("morning", "Greet the first guest.").says("Good morning and welcome to the Grand Hotel Seeblick! How may I help you today?")
                .agent("evening", "Greet the last guest.").says("Good evening and welcome to the Grand Hotel Seeblick! How may I help you today?")
                .agent("trainer", "Write a lesson about how to greet guests at a hotel.").says("Smile first.");
    }

    private static Scenario sameTopic() {
        return new Scenario("same-topic")
                .agent("biologist", "What threatens the eel?").says("The European eel is threatened by dams, by fishing for glass eels, and by a parasite in its swim bladder.")
                .agent("economist", "What does the eel earn?").says("Glass eels sell for more than silver, and most of them are smuggled out of Europe.")
                .agent("teacher", "Make a quiz about the European eel, its dams and its smugglers.").says("1. Where do eels breed?");
    }

    private static Scenario planAndDo() {
        String plan = "1. Drain the pond\n2. Move the carp into the blue tubs\n3. Scrub the stones\n4. Let it rain";
        return new Scenario("plan-and-do")
                .agent("planner", "How do we clean the pond?").says(plan)
                .agent("worker", "Plan:\n" + plan + "\nDo step 2 now.").from("planner", COPY).calls("move", "{\"what\":\"carp\",\"to\":\"blue tubs\"}", "moved 14 carp, one jumped")
                .says("Fourteen carp are in the tubs, one is in the grass.")
                .agent("checker", "Plan:\n" + plan + "\nDone so far: Fourteen carp are in the tubs, one is in the grass.\nWhat next?")
                .from("planner", COPY).from("worker", COPY).says("Pick up the one in the grass.");
    }

    private static Scenario chatHistory() {
        return new Scenario("chat-history")
                .agent("travel", "I want to see whales.").remembers().says("Then go to Andenes in June, where sperm whales feed close to the shore.")
                .agent("travel-two", "How do I get there?").remembers().calls("routes", "{\"to\":\"Andenes\"}", "{\"by\":\"bus 100 via Sortland\",\"hours\":3.5}")
                .says("Take bus 100 via Sortland, three and a half hours.")
                .agent("travel-three", "And back?").remembers().says("The same way, or by the ferry to Senja.");
    }
}
