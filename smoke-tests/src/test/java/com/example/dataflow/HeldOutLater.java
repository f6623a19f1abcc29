package com.example.dataflow;

import static com.example.dataflow.Scenario.Kind.COPY;
import static com.example.dataflow.Scenario.Kind.EXCERPT;
import static com.example.dataflow.Scenario.Kind.FACT;
import static com.example.dataflow.Scenario.Kind.JSON;
import static com.example.dataflow.Scenario.Kind.LIST;
import static com.example.dataflow.Scenario.Kind.NAME;

import java.util.List;

/** Written when the search had been mended by {@link HeldOut}, to see that once more. */
final class HeldOutLater {
    private HeldOutLater() {}

    static List<Scenario> all() {
        return List.of(mailQuote(), sql(), xml(), stackTrace(), minutes(), recipe(), twoCities(), route(), isbn(), summaryOfSummaries(), rememberedId(),
                disclaimer(), coordinates(), playlist(), debate());
    }

    private static Scenario mailQuote() {
        return new Scenario("mail-quote")
                .agent("desk", "Answer the hotel guest.").says("Your suitcase was found in the sauna. You can fetch it at the reception until Friday noon.")
                .agent("escalation", "The guest is angry. We wrote:\n> Your suitcase was found in the sauna. You can fetch it\n> at the reception until Friday noon.\nWhat now?")
                .from("desk", COPY).says("Send it to him.");
    }

    private static Scenario sql() {
        String query = "SELECT c.name, SUM(o.total) FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.placed >= '2027-02-01' GROUP BY c.name";
        return new Scenario("sql")
                .agent("sql-writer", "Who bought how much since February?").says(query)
                .agent("sql-checker", "Is this query safe?\n```sql\nselect c.name, sum(o.total)\nfrom orders o\njoin customers c on c.id = o.customer_id\n"
                        + "where o.placed >= '2027-02-01'\ngroup by c.name\n```").from("sql-writer", COPY).says("It only reads.");
    }

    private static Scenario xml() {
        return new Scenario("xml")
                .agent("scanner", "Scan the parcel.").says("{\"parcel\":\"JJD-0003-4471\",\"grams\":1846,\"shelf\":\"R9\"}")
                .agent("sorter", "<parcel id=\"JJD-0003-4471\"><grams>1846</grams><shelf>R9</shelf></parcel>").from("scanner", JSON).says("To shelf R9.");
    }

    private static Scenario stackTrace() {
        return new Scenario("stack-trace")
                .agent("runner", "Run the nightly test.").calls("run_test", "{\"name\":\"nightly\"}", "java.lang.IllegalStateException: basket was closed twice\n"
                        + "\tat com.shop.Basket.close(Basket.java:118)\n\tat com.shop.Checkout.finish(Checkout.java:64)")
                .says("It failed.")
                .agent("explainer", "Explain: basket was closed twice, at com.shop.Basket.close(Basket.java:118)").from("runner/run_test", EXCERPT)
                .says("Somebody closes it a second time.");
    }

    private static Scenario minutes() {
        return new Scenario("minutes")
                .agent("minutes", "Write the minutes.").says("- Decided: the jetty is rebuilt in larch wood\n- Open: who pays for the crane\n- Next meeting: 2027-04-09 in the boathouse")
                .agent("inviter", "Invite everybody to the boathouse on 2027-04-09.").from("minutes", FACT).says("Invited.")
                .agent("treasurer", "An open question of the meeting: who pays for the crane. The jetty is rebuilt in larch wood.").from("minutes", LIST).says("We do.");
    }

    private static Scenario recipe() {
        return new Scenario("recipe")
                .agent("baker", "How do I make bread?").says("Take 500 g flour, 350 ml water and 10 g salt, wait for 12 hours, bake for 45 minutes.")
                .agent("brewer", "How do I make beer with 500 g malt and 350 ml water in 12 hours?").says("You cannot.");
    }

    private static Scenario twoCities() {
        return new Scenario("two-cities")
                .agent("porto", "Describe the flat in Porto.").says("{\"rent\":1185,\"rooms\":3,\"street\":\"Rua das Flores\",\"floor\":2}")
                .agent("lisbon", "Describe the flat in Lisbon.").says("{\"rent\":1640,\"rooms\":3,\"street\":\"Rua da Bica\",\"floor\":2}")
                .agent("lawyer", "Draft a lease for three rooms in \"Rua da Bica\" at 1640 euros a month.").from("lisbon", FACT).says("Drafted.");
    }

    private static Scenario route() {
        return new Scenario("route")
                .agent("router", "Which team takes this? The invoice is wrong.").says("{\"team\":\"billing\",\"urgent\":false}")
                .agent("billing", "You are the billing team. A customer says: the invoice is wrong.").says("We send a new one.")
                .agent("auditor", "How many letters does the billing team send a day?").says("Forty.");
    }

    private static Scenario isbn() {
        return new Scenario("isbn")
                .agent("cataloguer", "Find the atlas.").calls("catalogue", "{\"title\":\"atlas\"}", "title=Atlas of Fog | isbn=978-1-4028-9462-6 | shelf=K/311")
                .says("It stands on shelf K/311.")
                .agent("runner", "Fetch the book from shelf K/311.").from("cataloguer", FACT).says("Here.")
                .agent("clerk", "Lend 978-1-4028-9462-6 to reader Amundsen.").from("cataloguer/catalogue", FACT).says("Lent.");
    }

    private static Scenario summaryOfSummaries() {
        String one = "Chapter one brings a lighthouse keeper together with a lost choir.";
        String two = "In chapter two the choir sings a ship off the rocks, to everybody's surprise.";
        String both = "A keeper finds a choir, and its singing saves a ship.";
        return new Scenario("summary-of-summaries")
                .agent("first", "Sum up chapter one.").says(one)
                .agent("second", "Sum up chapter two.").says(two)
                .agent("whole", "Sum up in one line:\n1. " + one + "\n2. " + two).from("first", COPY).from("second", COPY).says(both)
                .agent("blurb", "Print on the back: " + both).from("whole", COPY).says("Printed.");
    }

    private static Scenario rememberedId() {
        return new Scenario("remembered-id")
                .agent("opener", "Open a case for the broken scales.").remembers().calls("open_case", "{\"about\":\"scales\"}", "{\"case\":\"CS-20718\"}")
                .says("I have opened case CS-20718 for you.")
                .agent("closer", "Please close it again, they work.").remembers().calls("close_case", "{\"case\":\"CS-20718\"}", "closed").says("It is closed again.");
    }

    private static Scenario disclaimer() {
        String legal = "This is general information and no legal advice; please talk to a lawyer before you sign anything.";
        return new Scenario("disclaimer")
                .agent("tenancy", "May I keep a goat? End with: " + legal).says("Only with consent of the owner. " + legal)
                .agent("labour", "May I work on Sundays? End with: " + legal).says("In a bakery, yes. " + legal)
                .agent("tax", "Is a goat deductible? End with: " + legal).says("No. " + legal);
    }

    private static Scenario coordinates() {
        return new Scenario("coordinates")
                .agent("pilot", "Where are we?").says("{\"lat\":69.6492,\"lon\":18.9553,\"feet\":31000}")
                .agent("map", "Centre the map at 69.6492 north, 18.9553 east.").from("pilot", FACT).says("Centred.");
    }

    private static Scenario playlist() {
        return new Scenario("playlist")
                .agent("dj", "Name one song for the last dance.").says("Play \"Harvest Lantern\" and dim the lights.")
                .agent("buyer", "Buy the rights of Harvest Lantern.").from("dj", NAME).says("Bought.");
    }

    private static Scenario debate() {
        String pro = "Trams carry more people on less asphalt, and they do so for fifty years.";
        String contra = "Buses can be moved to another street tomorrow, which no tram ever could.";
        return new Scenario("debate")
                .agent("pro", "Speak for trams.").says(pro)
                .agent("contra", "Answer to this: " + pro).from("pro", COPY).says(contra)
                .agent("judge", "Pro: " + pro + " Contra: " + contra + " Who wins?").from("pro", COPY).from("contra", COPY).says("The tram, by a nose.");
    }
}
