package com.example.dataflow;

import static com.example.dataflow.Scenario.Kind.COPY;
import static com.example.dataflow.Scenario.Kind.EXCERPT;
import static com.example.dataflow.Scenario.Kind.FACT;
import static com.example.dataflow.Scenario.Kind.JSON;
import static com.example.dataflow.Scenario.Kind.LIST;
import static com.example.dataflow.Scenario.Kind.NAME;

import java.util.List;

/** Written when the search for flows was done, to see what it makes of what it was not made for. */
final class HeldOut {
    private HeldOut() {}

    static List<Scenario> all() {
        return List.of(drafts(), markdownTable(), typographic(), html(), germanNumber(), link(), spanish(), secondTry(), reviewers(), memoryAndTools(),
                searchThenId(), patch(), figures(), reorderedList(), twoEntries(), sameSkeleton(), productOfTheUser(), clock(), arithmetic(),
                apologies());
    }

    /** A loop: each draft is nearly the one before. */
    private static Scenario drafts() {
        String first = "Our new kettle boils half a litre in ninety seconds and switches itself off. It comes in three colours that nobody asked for.";
        String critique = "The last sentence mocks the customer; say which colours they are instead.";
        String second = "Our new kettle boils half a litre in ninety seconds and switches itself off. It comes in slate, sand and fir green.";
        return new Scenario("drafts")
                .agent("writer", "Advertise the kettle.").says(first)
                .agent("critic", "Criticise:\n" + first).from("writer", COPY).says(critique)
                .agent("rewriter", "Text: " + first + "\nCriticism: " + critique + "\nImprove the text.").from("writer", COPY).from("critic", COPY).says(second)
                .agent("publisher", "Publish this: " + second).from("rewriter", COPY).says("It is online.");
    }

    private static Scenario markdownTable() {
        return new Scenario("markdown-table")
                .agent("stats", "Who sold how much?")
                .says("[{\"seller\":\"Ingrid Aas\",\"units\":412,\"region\":\"North Cape\"},{\"seller\":\"Per Dahl\",\"units\":388,\"region\":\"Inner Fjords\"}]")
                .agent("slides", "Put this on a slide:\n| seller | region | units |\n|---|---|---|\n| Ingrid Aas | North Cape | 412 |\n| Per Dahl | Inner Fjords | 388 |")
                .from("stats", JSON).says("Slide 4.");
    }

    private static Scenario typographic() {
        return new Scenario("typographic")
                .agent("speaker", "What will you say?").says("We don't sell what we wouldn't eat ourselves - and that's why the list is short.")
                .agent("setter", "Set in italics: We don’t sell what we wouldn’t eat ourselves – and that’s why the list is short.").from("speaker", COPY)
                .says("Set.");
    }

    private static Scenario html() {
        return new Scenario("html")
                .agent("copywriter", "Welcome our guests.").says("Leave your boots by the stove.\nSoup is served until the kettle is empty, whatever the hour.")
                .agent("webmaster", "Check: <div class=\"hi\"><p>Leave your boots by the stove.</p><p>Soup is served until the kettle is empty, whatever "
                        + "the hour.</p></div>").from("copywriter", COPY).says("Valid.");
    }

    /** A number as another country writes it. */
    private static Scenario germanNumber() {
        return new Scenario("german-number")
                .agent("ledger", "What is open?").says("{\"open\": 27350.40}")
                .agent("brief", "Schreibe dem Kunden, dass noch 27.350,40 Euro offen sind.").from("ledger", FACT).says("Geschrieben.");
    }

    private static Scenario link() {
        return new Scenario("link")
                .agent("searcher", "Where is the manual?").calls("web_search", "{\"q\":\"pump manual\"}",
                        "[{\"url\":\"https://docs.example.org/pumps/hx-20/manual.pdf\",\"title\":\"Manual\"},{\"url\":\"https://shop.example.org/hx\",\"title\":\"Shop\"}]")
                .says("The manual is at https://docs.example.org/pumps/hx-20/manual.pdf.")
                .agent("reader", "Read https://docs.example.org/pumps/hx-20/manual.pdf and tell which oil the pump wants.").from("searcher", FACT)
                .calls("fetch", "{\"url\":\"https://docs.example.org/pumps/hx-20/manual.pdf\"}", "Section 7. Fill in 40 ml of ISO VG 32 oil through the brass screw only.")
                .says("40 ml of ISO VG 32.")
                .agent("shopper", "Order oil: 40 ml of ISO VG 32.").from("reader", COPY).says("Ordered.");
    }

    private static Scenario spanish() {
        return new Scenario("spanish")
                .agent("vecina", "¿Qué pasó anoche?").says("Anoche se cayó el cartel de la panadería y despertó a toda la calle; nadie resultó herido.")
                .agent("redactor", "Escribe una noticia breve. Una vecina contó: «se cayó el cartel de la panadería y despertó a toda la calle».")
                .from("vecina", EXCERPT).says("Hecho.");
    }

    /** The same tool twice, and only the second result is of use. */
    private static Scenario secondTry() {
        return new Scenario("second-try")
                .agent("finder", "Which gate for the flight to Riga?")
                .calls("flights", "{\"to\":\"Riga\",\"day\":\"today\"}", "{\"error\":\"no such flight\",\"trace\":\"a81f-22\"}")
                .calls("flights", "{\"to\":\"Riga\",\"day\":\"tomorrow\"}", "{\"flight\":\"BT-672\",\"gate\":\"D14\",\"boards\":\"06:55\"}")
                .says("BT-672 leaves from gate D14 and boards at 06:55.")
                .agent("pusher", "Send a push message: gate D14, flight BT-672.").from("finder", FACT).says("Sent.");
    }

    private static Scenario reviewers() {
        return new Scenario("reviewers")
                .agent("reviewer-one", "Review the change.").says("Looks good to me. The names are clear and the tests pass.")
                .agent("reviewer-two", "Review the change.").says("Looks good to me. Only the lock in flushQueue is taken twice on the error path.")
                .agent("merger", "May we merge? One reviewer says: only the lock in flushQueue is taken twice on the error path.").from("reviewer-two", EXCERPT)
                .says("Not yet.");
    }

    private static Scenario memoryAndTools() {
        return new Scenario("memory-and-tools")
                .agent("planner", "Plan an evening in Turku.").remembers().says("Begin at the river boats, then walk up to the castle before it closes.")
                .agent("booker", "Book a table near there.").remembers()
                .calls("tables", "{\"near\":\"castle\"}", "{\"place\":\"Kaskis Pienempi\",\"booking\":\"TB-5519\"}")
                .says("A table is booked at Kaskis Pienempi, number TB-5519.")
                .agent("texter", "Write a message to my friend: table TB-5519.").from("booker", FACT).says("See you there!");
    }

    private static Scenario searchThenId() {
        return new Scenario("search-then-id")
                .agent("paralegal", "Which rule covers balconies?")
                .finds("Rule HB-2014/7: Balconies may carry at most three hundred kilograms a square metre.", "Rule HB-2009/2: Chimneys are swept twice a year.")
                .says("It is rule HB-2014/7.")
                .agent("engineer", "Does a hot tub comply with HB-2014/7?").from("paralegal", FACT).says("No.")
                .agent("owner", "The engineer was asked about rule HB-2014/7. Balconies may carry at most three hundred kilograms a square metre. What now?")
                .from("paralegal", FACT).from("paralegal/documents", EXCERPT).says("No tub.");
    }

    private static Scenario patch() {
        return new Scenario("patch")
                .agent("coder", "Fix the rounding.")
                .says("--- a/Money.java\n+++ b/Money.java\n@@ -12,3 +12,3 @@\n-        return amount.setScale(2, RoundingMode.DOWN);\n"
                        + "+        return amount.setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();")
                .agent("tester", "Write a test for this line: return amount.setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();").from("coder", EXCERPT)
                .says("assertEquals(...)");
    }

    private static Scenario figures() {
        return new Scenario("figures")
                .agent("analyst", "How did the fund do?").says("{\"return_percent\":17.3,\"fee_percent\":1.25,\"holdings\":184}")
                .agent("columnist", "Write a column: the fund made 17.3 percent with 184 holdings, and took 1.25 percent for it.").from("analyst", FACT)
                .says("Not bad.");
    }

    private static Scenario reorderedList() {
        return new Scenario("reordered-list")
                .agent("gardener", "What shall we sow?").says("* purple dragon carrots\n* black seeded simpson lettuce\n* cherry belle radishes\n* moon and stars melons")
                .agent("shop", "Is this in stock: cherry belle radishes; purple dragon carrots; black seeded simpson lettuce?").from("gardener", LIST).says("Yes.");
    }

    /** Two agents look into the same memory. */
    private static Scenario twoEntries() {
        return new Scenario("two-entries")
                .remembered("Customers in the islands get their parcels by the Thursday boat only.", "Never promise a delivery before the harbour master has confirmed it.")
                .agent("planner", "When do we send the stove?").remembers().says("On the next boat, once it is confirmed.")
                .agent("caller", "Then tell them.").remembers().says("They know.");
    }

    private static Scenario sameSkeleton() {
        return new Scenario("same-skeleton")
                .agent("left-eye", "Judge the first picture.").says("{\"verdict\":\"ok\",\"reasons\":[\"sharp\",\"well lit\"],\"needs_review\":false,\"next_step\":\"none\"}")
                .agent("right-eye", "Judge the second picture.").says("{\"verdict\":\"ok\",\"reasons\":[\"sharp\"],\"needs_review\":false,\"next_step\":\"none\"}")
                .agent("schema", "Answer as {\"verdict\":\"ok or not\",\"reasons\":[],\"needs_review\":true,\"next_step\":\"none or what\"}. Judge the third picture.")
                .says("{\"verdict\":\"not\",\"reasons\":[\"blurred\"],\"needs_review\":true,\"next_step\":\"ask for another\"}");
    }

    private static Scenario productOfTheUser() {
        return new Scenario("product-of-the-user")
                .agent("sales", "The user wants to know all about the \"Quiet Storm 3000\" fan.").says("The \"Quiet Storm 3000\" moves nine hundred cubic metres an hour.")
                .agent("service", "The user has a broken \"Quiet Storm 3000\" fan.").says("Clean the filter of the \"Quiet Storm 3000\" first.")
                .agent("press", "Announce the \"Quiet Storm 3000\" fan; sales say that it moves nine hundred cubic metres an hour.").from("sales", EXCERPT).says("Out now!");
    }

    private static Scenario clock() {
        return new Scenario("clock")
                .agent("bus", "When does the bus leave?").says("At 10:30 and at 11:30 on weekdays, at 10:30 on Sundays.")
                .agent("dentist", "I have an appointment at 10:30. What do I need?").says("Your card.")
                .agent("cinema", "What runs at 11:30 on Sunday?").says("Nothing.");
    }

    private static Scenario arithmetic() {
        return new Scenario("arithmetic")
                .agent("meter", "Read the meters.").says("{\"kitchen\":112.75,\"cellar\":87.25,\"attic\":14.5}")
                .agent("landlord", "The tenants used 214.5 units altogether, 71.5 each. Write the bill.").says("Dear tenants, ...");
    }

    private static Scenario apologies() {
        return new Scenario("apologies")
                .agent("hotline", "Answer a call.").says("I am sorry to hear that you had such a bad experience with our service. We changed your tariff to Polar Flat.")
                .agent("mailroom", "Answer a letter.").says("I am sorry to hear that you had such a bad experience with our service. A technician will come.")
                .agent("records", "Note in the file: tariff \"Polar Flat\" since today.").from("hotline", NAME).says("Noted.");
    }
}
