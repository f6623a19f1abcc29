package com.example.dataflow;

import static com.example.dataflow.Scenario.Kind.COPY;
import static com.example.dataflow.Scenario.Kind.EXCERPT;
import static com.example.dataflow.Scenario.Kind.FACT;
import static com.example.dataflow.Scenario.Kind.JSON;
import static com.example.dataflow.Scenario.Kind.LIST;

import java.util.List;

/** Agents that work at once, go round in circles, or are sent by another; and runs at once that have nothing to do with each other. */
final class Together {
    private Together() {}

    static List<Scenario> all() {
        return List.of(reviewers(), criticLoop(), handOff(), mapOverItems(), race(), debate(), router(), twoChains(), sameToolAtOnce(),
                supervisor(), summaries(), twinOne(), twinTwo());
    }

    /** Three look at one draft at once, and one joins what they say. */
    private static Scenario reviewers() {
        return new Scenario("reviewers-at-once").passes()
                .agent("drafter", "Draft a notice to the tenants about the lift.")
                .says("The lift will be out of order from Tuesday on; the new cable arrives with the Friday ferry.")
                .agent("lawyer", "Is anything in this notice a legal risk? {{drafter}}").from("drafter", COPY)
                .says("Name the clause that allows the interruption, otherwise tenants on the upper floors may withhold rent.")
                .agent("stylist", "Is the tone of this notice right? {{drafter}}").beside().from("drafter", COPY)
                .says("Begin with an apology, and put the date of the repair into the first line.")
                .agent("checker", "What in this notice should be verified? {{drafter}}").beside().from("drafter", COPY)
                .says("Ask the shipping agent whether a crate of that weight is allowed aboard.")
                .agent("editor", "Rewrite the notice.\nLegal: {{lawyer}}\nTone: {{stylist}}\nFacts: {{checker}}")
                .from("lawyer", COPY).from("stylist", COPY).from("checker", COPY)
                .says("Dear tenants, we are sorry.");
    }

    /** What the critic says goes back to the writer, twice. */
    private static Scenario criticLoop() {
        return new Scenario("critic-loop").passes()
                .agent("writer", "Write the first sentence of a story about a lighthouse.")
                .says("The lighthouse had not been lit since the winter when the herring stayed away.")
                .agent("critic", "What is wrong with this? {{writer}}").from("writer", COPY)
                .says("Nobody is in it: give the reader a keeper with something to lose.")
                .agent("writer2", "Improve it. So far: {{writer}}\nRemark: {{critic}}").from("writer", COPY).from("critic", COPY)
                .says("Old Marit counted her last eleven candles and wondered whom she would have to disappoint.")
                .agent("critic2", "And now? {{writer2}}").from("writer2", COPY)
                .says("Better, but eleven candles are too many to feel the shortage.")
                .agent("writer3", "Improve it once more. So far: {{writer2}}\nRemark: {{critic2}}").from("writer2", COPY).from("critic2", COPY)
                .says("Old Marit had one candle left.");
    }

    /** One decides who is next, and writes a brief. */
    private static Scenario handOff() {
        return new Scenario("hand-off")
                .agent("triage", "A customer writes: I was billed twice for my kayak. Who takes it?")
                .says("{\"to\":\"billing\",\"ticket\":\"TCK-55310\",\"brief\":\"compare both card charges with the one delivery note\"}")
                .agent("billing", "Ticket TCK-55310. Your brief: compare both card charges with the one delivery note").from("triage", JSON)
                .calls("charges", "{\"ticket\":\"TCK-55310\"}", "{\"charges\":[{\"id\":\"ch_8841x\",\"amount\":649.90},{\"id\":\"ch_8842x\",\"amount\":649.90}]}")
                .says("Charge ch_8842x has no delivery note behind it and should be returned.")
                .agent("refunds", "Handed over by billing: return charge ch_8842x.").from("billing", FACT).says("Returned.")
                .agent("farewell", "Say goodbye to the customer of the kayak.").says("Goodbye, and happy paddling.");
    }

    /** A list is made, each of its items is worked at by one, all at once, and one puts the results together. */
    private static Scenario mapOverItems() {
        return new Scenario("map-over-items")
                .agent("planner", "Which three places should the film crew look at?")
                .says("- the abandoned quarry above Lindesnes\n- a salt warehouse in Trapani\n- the spiral staircase of the Bratislava archive")
                .agent("scout1", "Describe the light at this place: the abandoned quarry above Lindesnes").from("planner", LIST)
                .says("Grey until noon, then the granite throws everything back at you.")
                .agent("scout2", "Describe the light at this place: a salt warehouse in Trapani").beside().from("planner", LIST)
                .says("White and without shadows, as if someone had forgotten the ceiling.")
                .agent("scout3", "Describe the light at this place: the spiral staircase of the Bratislava archive").beside().from("planner", LIST)
                .says("One dusty shaft around three o'clock, and only in September.")
                .agent("director", "Choose:\n1. {{scout1}}\n2. {{scout2}}\n3. {{scout3}}")
                .from("scout1", COPY).from("scout2", COPY).from("scout3", COPY).says("The second one.");
    }

    /** Three answer the same at once; the word of one is taken. */
    private static Scenario race() {
        String question = "How long does it take to cure a ham of nine kilograms?";
        return new Scenario("race")
                .agent("fast", question).says("A ham of nine kilograms needs about a year, if the cellar is cool.")
                .agent("careful", question).beside().says("Two days of salt per kilogram first; then hang it through one summer with the windows open.")
                .agent("brief", question).beside().says("A year.")
                .agent("cook", "Make a calendar. Two days of salt per kilogram first; then hang it through one summer with the windows open.")
                .from("careful", COPY).says("Begin in January.");
    }

    /** Two speak at once, then each answers the other at once, and a third decides. */
    private static Scenario debate() {
        return new Scenario("debate-at-once").passes()
                .agent("pro", "Say why the town should buy the old cinema.")
                .says("Without the cinema the square is dead after six, and the bakery will be next to close.")
                .agent("contra", "Say why the town should not buy the old cinema.").beside()
                .says("Its roof alone costs more than the kindergarten has in ten years.")
                .agent("pro2", "Answer your opponent: {{contra}}").from("contra", COPY)
                .says("A leaking roof can be mended by volunteers, as the chapel's was.")
                .agent("contra2", "Answer your opponent: {{pro}}").beside().from("pro", COPY)
                .says("People stay at home for other reasons: the last bus leaves before the film ends.")
                .agent("mayor", "Decide. One side: {{pro2}} Other side: {{contra2}}").from("pro2", COPY).from("contra2", COPY)
                .says("We buy a bus.");
    }

    /** The question alone goes on, not what was said about where to. */
    private static Scenario router() {
        String question = "My neighbour's walnut tree drops its nuts onto my greenhouse; may I cut the branches?";
        return new Scenario("router")
                .agent("classifier", "Which department? " + question).says("{\"department\":\"law\",\"urgency\":\"low\"}")
                .agent("law", "Answer this legal question of low urgency: " + question)
                .says("Only up to the fence, and only between October and February.")
                .agent("mailer", "Put this into a letter: Only up to the fence, and only between October and February.").from("law", COPY)
                .says("Dear gardener, as follows.");
    }

    /** Two chains side by side, in the same words but for what matters. */
    private static Scenario twoChains() {
        return new Scenario("two-chains").passes()
                .agent("north", "Inspect the northern bridge.").says("Inspection complete: the northern bridge shows rust at bearing B-4471 and must be closed to lorries.")
                .agent("south", "Inspect the southern bridge.").beside()
                .says("Inspection complete: the southern bridge shows cracks at pylon P-2093 and must be closed to lorries.")
                .agent("north2", "Plan the repair. {{north}}").from("north", COPY).says("Replace the bearing overnight, one lane at a time.")
                .agent("south2", "Plan the repair. {{south}}").beside().from("south", COPY).says("Inject resin from a barge and wait for three dry days.")
                .agent("office", "Order the crews: {{north2}} {{south2}}").from("north2", COPY).from("south2", COPY).says("Ordered.");
    }

    /** The same tool at once, with results that differ in one value. */
    private static Scenario sameToolAtOnce() {
        return new Scenario("same-tool-at-once")
                .agent("tank1", "Read tank 1.").calls("read_tank", "{\"tank\":1}", "{\"status\":\"ok\",\"level\":812.44,\"unit\":\"hl\"}").says("Read.")
                .agent("tank2", "Read tank 2.").beside().calls("read_tank", "{\"tank\":2}", "{\"status\":\"ok\",\"level\":377.19,\"unit\":\"hl\"}").says("Read.")
                .agent("tank3", "Read tank 3.").beside().calls("read_tank", "{\"tank\":3}", "{\"status\":\"ok\",\"level\":590.73,\"unit\":\"hl\"}").says("Read.")
                .agent("brewer", "377.19 hl are left. How many bottles is that?").from("tank2/read_tank", FACT).says("Enough for the fair.");
    }

    /** One sends others, reads what they report, and tells the next what it needs of it. */
    private static Scenario supervisor() {
        return new Scenario("supervisor-of-two")
                .agent("boss", "Get the museum's clock running again. What first?").says("Have the horologist open the case and report what is broken.")
                .agent("horologist", "Have the horologist open the case and report what is broken.").from("boss", COPY)
                .says("The escape wheel lost two teeth. The maker's mark reads Thwaites 18207. The pendulum is fine.")
                .agent("boss2", "Report: The escape wheel lost two teeth. The maker's mark reads Thwaites 18207. The pendulum is fine. What next?")
                .from("horologist", COPY).says("Let the archive look for drawings by that maker.")
                .agent("archive", "Let the archive look for drawings by that maker. The mark is Thwaites 18207.")
                .from("boss2", COPY).from("horologist", FACT).says("Sheet 12 shows a wheel of thirty teeth.")
                .agent("boss3", "Report: Sheet 12 shows a wheel of thirty teeth. What next?").from("archive", COPY).says("Have it cut in brass.");
    }

    /** Who joins the others uses some of what they said, and a second one what the joiner made of it. */
    private static Scenario summaries() {
        return new Scenario("summaries")
                .agent("harbour", "News of the harbour?").says("The dredger Gretel ran aground off pier nine. Nobody was hurt. Tugs come at high water.")
                .agent("market", "News of the market?").beside().says("Plaice sold for eleven a kilo. The auction hall lost power twice. Buyers stayed calm.")
                .agent("weather", "News of the weather?").beside().says("A front crosses the bay by midnight. Gusts of force nine are expected. Then it clears.")
                .agent("anchor", "Headlines: The dredger Gretel ran aground off pier nine. Gusts of force nine are expected.")
                .from("harbour", EXCERPT).from("weather", EXCERPT).says("Stranded ship waits for the storm.")
                .agent("speaker", "Read aloud: Stranded ship waits for the storm.").from("anchor", COPY).says("Done.");
    }

    private static Scenario twinOne() {
        return twin("twin-one").beside("twin-two");
    }

    private static Scenario twinTwo() {
        return twin("twin-two");
    }

    /** The same run for two that ask at the same time. */
    private static Scenario twin(String name) {
        return new Scenario(name)
                .agent("finder", "Find my parcel.").calls("track", "{\"parcel\":\"mine\"}", "{\"parcel\":\"PX-730041\",\"at\":\"the depot in Zwolle\"}")
                .says("Your parcel PX-730041 lies at the depot in Zwolle, behind the returns.")
                .agent("caller", "Call them: parcel PX-730041 lies at the depot in Zwolle, behind the returns.").from("finder", EXCERPT)
                .says("They will send it today.");
    }
}
