package com.example.dataflow;

import static com.example.dataflow.Scenario.Kind.COPY;
import static com.example.dataflow.Scenario.Kind.EXCERPT;
import static com.example.dataflow.Scenario.Kind.FACT;
import static com.example.dataflow.Scenario.Kind.JSON;

import java.util.List;

/** What comes from tools, searches and memories. */
final class Sources {
    private Sources() {}

    static List<Scenario> all() {
        return List.of(twoTools(), threeRounds(), emptyResult(), retrieved(), twoSearches(), retrievedAndHandedOn(), rememberedFromBefore(),
                rememberedTurn(), longConversation(), toolErrorText());
    }

    private static Scenario twoTools() {
        return new Scenario("two-tools-at-once")
                .agent("traveller", "Compare the weather of two towns.")
                .calls("weather_of", "{\"town\":\"Tromsø\"}", "{\"town\":\"Tromsø\",\"sky\":\"northern lights behind thin clouds\",\"degrees\":-11}")
                .and("weather_of", "{\"town\":\"Palermo\"}", "{\"town\":\"Palermo\",\"sky\":\"hazy with sand from the desert\",\"degrees\":27}")
                .says("Go south if you like it warm; in the north you would see the lights.")
                .agent("friend", "Comment: Go south if you like it warm; in the north you would see the lights.").from("traveller", COPY)
                .says("I'd go north.");
    }

    private static Scenario threeRounds() {
        return new Scenario("three-rounds")
                .agent("debugger", "Why does the night job fail?")
                .calls("list_logs", "{\"host\":\"batch-03\"}", "[\"night-2231.log\",\"night-2232.log\"]")
                .calls("read_log", "{\"file\":\"night-2232.log\"}", "02:14:07 ERROR disk quota of user etl exceeded while writing part 88")
                .calls("quota", "{\"user\":\"etl\"}", "{\"user\":\"etl\",\"used_gb\":511.8,\"limit_gb\":512}")
                .says("The user etl has used 511.8 of its 512 GB, so the job cannot write.")
                .agent("admin", "Raise the limit, the job cannot write: 511.8 of 512 GB are used.").from("debugger", FACT).says("Raised.");
    }

    private static Scenario emptyResult() {
        return new Scenario("result-that-says-little")
                .agent("switcher", "Switch on the light in the hall.").calls("switch", "{\"lamp\":\"hall\",\"on\":true}", "ok").says("It is on.")
                .agent("heater", "Switch on the heating in the hall.").calls("heat", "{\"room\":\"hall\",\"on\":true}", "ok").says("It is warm soon.");
    }

    private static Scenario retrieved() {
        return new Scenario("retrieved")
                .agent("librarian", "How long may a booking be cancelled?")
                .finds("A booking can be cancelled up to seven days before it begins.", "A car is to be brought back with a full tank of petrol.")
                .says("Until a week before.");
    }

    private static Scenario twoSearches() {
        return new Scenario("two-searches")
                .agent("botanist", "What grows in the shade?")
                .finds("Ferns and foxgloves do well under old beech trees, where grass gives up.", "Lavender wants all the sun that it can get.")
                .says("Ferns, for one.")
                .agent("zoologist", "What lives in the shade?")
                .finds("Fire salamanders hide below rotten wood and come out when it rains.", "Ferns and foxgloves feed hardly anybody.")
                .says("Salamanders, for one.");
    }

    private static Scenario retrievedAndHandedOn() {
        return new Scenario("retrieved-and-handed-on")
                .agent("searcher", "What do the house rules say about music?")
                .finds("§ 12 Musical instruments may be played until nine in the evening, drums until six.", "§ 14 Bicycles belong into the cellar.")
                .says("They say: \"Musical instruments may be played until nine in the evening, drums until six.\"")
                .agent("mediator", "Explain to the neighbour: musical instruments may be played until nine in the evening, drums until six.")
                .from("searcher", EXCERPT).says("Dear neighbour, ...");
    }

    private static Scenario rememberedFromBefore() {
        return new Scenario("remembered-from-before")
                .remembered("The team works from Oslo and writes to its customers in Norwegian only.")
                .agent("mail", "Thank the customer for the flowers.").remembers().says("Tusen takk for blomstene, de pynter opp hele kontoret vårt!");
    }

    private static Scenario rememberedTurn() {
        return new Scenario("remembered-turn")
                .agent("guide", "Recommend a walk near the old lighthouse.").remembers()
                .says("Take the path along the cliffs, but turn back at the second gate when the tide comes in.")
                .agent("companion", "And what shall I put on for it?").remembers().says("Wellingtons and the thick yellow coat with the hood.")
                .agent("packer", "Then pack my bag for it.").remembers().says("Done.");
    }

    private static Scenario longConversation() {
        Scenario scenario = new Scenario("long-conversation");
        String[] asked = {"Where shall we open the first shop?", "And the second one?", "Who could run them?", "How much will they earn?", "What may go wrong?"};
        String[] said = {"In the old customs house by the river, since everybody walks past it on the way to the station.",
            "Near the university, though the rent there eats up whatever students leave in a shop.",
            "Hanne knows every supplier by name; for the other one I would ask her brother first.",
            "Little for two winters, then enough to pay for a third one out of their own pockets.",
            "The river may rise, the students may leave, and Hanne may quarrel with her brother."};
        for (int i = 0; i < asked.length; i++) {
            scenario.agent("adviser-" + (char) ('a' + i), asked[i]).remembers().says(said[i]);
        }
        return scenario;
    }

    private static Scenario toolErrorText() {
        return new Scenario("text-of-an-error")
                .agent("uploader", "Upload the film to the archive.")
                .calls("upload", "{\"file\":\"harbour.mov\"}", "{\"error\":\"quota exceeded for bucket films-eu-west\",\"request\":\"rq-7f31c2\"}")
                .says("The upload failed, the archive has no room left.")
                .agent("operator", "Make room: quota exceeded for bucket films-eu-west (request rq-7f31c2).").from("uploader/upload", JSON).says("There is room now.");
    }
}
