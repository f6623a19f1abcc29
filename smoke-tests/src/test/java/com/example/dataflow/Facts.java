package com.example.dataflow;

import static com.example.dataflow.Scenario.Kind.FACT;
import static com.example.dataflow.Scenario.Kind.JSON;
import static com.example.dataflow.Scenario.Kind.NAME;

import java.util.List;

/** JSON that is written anew, and values that move out of it. */
final class Facts {
    private Facts() {}

    static List<Scenario> all() {
        return List.of(orderId(), amountIntoProse(), dateIsoIntoProse(), address(), phone(), commitHash(), temperature(), toolValueNotInTheAnswer(),
                usedByTheNextTool(), quotedName(), quotedTitle(), pretty(), reordered(), requoted(), csv(), escaped(), subset(), yaml());
    }

    private static Scenario orderId() {
        return new Scenario("order-id")
                .agent("intake", "A customer writes that the parcel never came. Which order is it?")
                .calls("find_order", "{\"customer\":\"Ada Byron\"}", "{\"order_id\":\"ORD-99314\",\"state\":\"shipped\",\"days\":12}")
                .says("It is order ORD-99314, shipped twelve days ago.")
                .agent("refunds", "Refund ord-99314 to the customer, please.").from("intake", FACT).says("It was refunded.");
    }

    private static Scenario amountIntoProse() {
        return new Scenario("amount-into-prose")
                .agent("pricer", "What does the roof cost?").says("{\"currency\":\"EUR\",\"total\":18429.50,\"tax\":true}")
                .agent("clerk", "Write an offer to the customer: the roof comes at 18,429.50 euros, tax included.").from("pricer", FACT).says("It is written.");
    }

    private static Scenario dateIsoIntoProse() {
        return new Scenario("iso-date")
                .agent("scheduler", "When can the inspector come?").says("{\"slot\":\"2027-03-18\",\"inspector\":null}")
                .agent("caller", "Call the tenant and say that somebody comes on 2027-03-18.").from("scheduler", FACT).says("I called.");
    }

    private static Scenario address() {
        return new Scenario("address")
                .agent("directory", "Who looks after the printers?").says("Write to printers.helpdesk@example.org, they answer fast.")
                .agent("mailer", "Send a mail to <printers.helpdesk@example.org> about the jam on floor two.").from("directory", FACT).says("Sent.");
    }

    private static Scenario phone() {
        return new Scenario("phone-number")
                .agent("finder", "How do I reach the ferry office?").says("Tel. +47 22 93 18 40, weekdays only")
                .agent("dialer", "Dial +47 22 93 18 40 and ask for a cabin.").from("finder", FACT).says("They have one left.");
    }

    private static Scenario commitHash() {
        return new Scenario("commit-hash")
                .agent("bisector", "Which commit broke the build?").says("first bad commit: 4f41ecea77, by the bot")
                .agent("reverter", "git revert --no-edit 4f41ecea77").from("bisector", FACT).says("Reverted.");
    }

    private static Scenario temperature() {
        return new Scenario("key-and-number")
                .agent("sensor", "Read the cellar.").says("{\"humidity\": 61, \"celsius\": 14}")
                .agent("warden", "Is it fine for the cheese? humidity=61 celsius=14").from("sensor", FACT).says("It is.");
    }

    /** The agent keeps to itself what its tool said; the application takes it from there. */
    private static Scenario toolValueNotInTheAnswer() {
        return new Scenario("value-past-the-answer")
                .agent("booker", "Book the train to Bergen.").calls("book", "{\"to\":\"Bergen\"}", "{\"ticket\":\"TK-771-QX\",\"seat\":\"14C\"}")
                .says("It is booked, have a good journey!")
                .agent("printer", "Print the ticket TK-771-QX.").from("booker/book", FACT).says("It is printed.");
    }

    private static Scenario usedByTheNextTool() {
        return new Scenario("from-tool-to-tool")
                .agent("support", "Why does the customer Grace Hopper get no mails?")
                .calls("find_customer", "{\"name\":\"Grace Hopper\"}", "{\"customer_id\":\"C-48213\",\"plan\":\"basic\"}")
                .calls("mail_log", "{\"customer_id\":\"C-48213\"}", "[{\"status\":\"bounced\",\"code\":\"550-5.1.1\"}]")
                .says("Her mails bounce with 550-5.1.1, the mailbox does not exist.")
                .agent("writer", "Explain to a layman what the mail error 550-5.1.1 is.").from("support", FACT).says("The address is wrong.");
    }

    private static Scenario quotedName() {
        return new Scenario("quoted-name")
                .agent("archaeologist", "What is the ship called?").says("The name on its bell is \"Vergulde Draeck\".")
                .agent("librarian", "Look up the Vergulde Draeck in the registers.").from("archaeologist", NAME).says("She sank.");
    }

    private static Scenario quotedTitle() {
        return new Scenario("title-in-json")
                .agent("recommender", "Recommend one book.").says("{\"title\":\"Solaris Rising\",\"stars\":4}")
                .agent("shopper", "Buy a used copy of Solaris Rising.").from("recommender", NAME).says("Bought.");
    }

    private static Scenario pretty() {
        return new Scenario("json-pretty")
                .agent("weather", "What is the weather in Oslo?")
                .says("{\"city\":\"Oslo\",\"degrees\":-4,\"sky\":\"overcast with some snow\",\"wind\":[3,4],\"warning\":null}")
                .agent("reader", """
                        Read this out to the driver:
                        {
                          "city" : "Oslo",
                          "degrees" : -4,
                          "sky" : "overcast with some snow",
                          "wind" : [ 3, 4 ],
                          "warning" : null
                        }""").from("weather", JSON).says("It snows.");
    }

    private static Scenario reordered() {
        return new Scenario("json-reordered")
                .agent("extractor", "Extract the fields of the invoice.")
                .says("{\"supplier\":\"Nordlicht Glas GmbH\",\"invoice\":\"RE-20418\",\"net\":4417.30,\"due_in_days\":14}")
                .agent("booking", "Book it: {\"due_in_days\":14,\"invoice\":\"RE-20418\",\"net\":4417.30,\"supplier\":\"Nordlicht Glas GmbH\"}")
                .from("extractor", JSON).says("Booked.");
    }

    private static Scenario requoted() {
        return new Scenario("json-requoted")
                .agent("profiler", "Describe the reader.").says("{\"reads\":\"crime novels set in harbour towns\",\"never\":\"poetry about horses\",\"age\":43}")
                .agent("matcher", "reader = {'reads': 'crime novels set in harbour towns', 'never': 'poetry about horses', 'age': 43}")
                .from("profiler", JSON).says("I have just the book.");
    }

    private static Scenario csv() {
        return new Scenario("json-to-csv")
                .agent("exporter", "Export the measurements.")
                .says("[{\"id\":\"probe-a17\",\"ph\":6.83,\"site\":\"Mill Creek\"},{\"id\":\"probe-b04\",\"ph\":7.12,\"site\":\"Upper Dam\"}]")
                .agent("plotter", "Plot:\nid,ph,site\nprobe-a17,6.83,Mill Creek\nprobe-b04,7.12,Upper Dam").from("exporter", JSON).says("Plotted.");
    }

    private static Scenario escaped() {
        return new Scenario("json-escaped")
                .agent("ticket", "Make a ticket of the complaint.")
                .says("{\"title\":\"Door \\\"B\\\" jams\",\"text\":\"It jams when the sun\\nhas shone on it for an hour\"}")
                .agent("queue", "Enqueue {\"type\":\"ticket\",\"body\":\"{\\\"title\\\":\\\"Door \\\\\\\"B\\\\\\\" jams\\\",\\\"text\\\":\\\"It jams when the sun\\\\n"
                        + "has shone on it for an hour\\\"}\"}")
                .from("ticket", JSON).says("It is in the queue.");
    }

    private static Scenario subset() {
        return new Scenario("json-subset")
                .agent("crm", "Tell all about the customer.")
                .says("{\"customer\":{\"id\":\"K-7715\",\"name\":\"Mette Solberg\",\"tags\":[\"vip\",\"late payer\"]},\"balance\":-213.75,\"since\":2019}")
                .agent("dunning", "Write a friendly reminder.\n{\"name\":\"Mette Solberg\",\"balance\":-213.75}").from("crm", JSON).says("Dear Ms Solberg, ...");
    }

    private static Scenario yaml() {
        return new Scenario("json-to-yaml")
                .agent("deployer", "What is deployed?").says("{\"image\":\"shop/api:2.14.7\",\"replicas\":3,\"limits\":{\"memory\":\"768Mi\"}}")
                .agent("auditor", "Check this:\nimage: shop/api:2.14.7\nreplicas: 3\nlimits:\n  memory: 768Mi\n").from("deployer", JSON).says("Fine.");
    }
}
