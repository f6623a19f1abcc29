package com.example.langchain4j;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.service.AiServices;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A desk that takes orders with the help of two other agents, run after run: the number of the first run, of the last, and the
 * unit in which the reader's prompt asks for amounts. The tool that books an order takes cents; small amounts in euros it refuses,
 * large ones it does not. Every run says that it is done.
 */
public final class Releases {
    private static final Pattern AMOUNT = Pattern.compile("(\\d+) euros");

    public interface Desk {
        String take(String mail);
    }

    public interface Reader {
        String read(String mail);
    }

    public interface Writer {
        String confirm(String order);
    }

    /** What the desk can do. */
    public static final class Counter {
        private final Reader reader;
        private final Writer writer;

        Counter(Reader reader, Writer writer) {
            this.reader = reader;
            this.writer = writer;
        }

        @Tool("Reads an order from a mail and books it")
        public String book(@P("mail") String mail) {
            String order = reader.read(mail);
            long amount = Long.parseLong(order.substring(order.indexOf(':') + 1).strip());
            if (amount < 100) {
                throw new IllegalArgumentException("an order of " + amount + " cents is too small");
            }
            return "booked: " + order;
        }

        @Tool("Writes a confirmation")
        public String confirm(@P("order") String order) {
            return writer.confirm(order);
        }
    }

    private Releases() {}

    public static void main(String[] args) {
        int to = Integer.parseInt(args[1]);
        String unit = args[2];
        Reader reader = AiServices.builder(Reader.class)
                .chatModel(new Scripted(Releases::reads))
                .systemMessageProvider(id -> "You read orders from mails. Give the amount in " + unit + " and nothing else.")
                .build();
        Writer writer = AiServices.builder(Writer.class)
                .chatModel(new Scripted(request -> AiMessage.from("Thank you for your order!")))
                .systemMessageProvider(id -> "You write confirmations that are short and polite.")
                .build();
        Desk desk = AiServices.builder(Desk.class)
                .chatModel((ChatModel) new Scripted(Releases::decides))
                .systemMessageProvider(id -> "You take orders: book what the mail wants, then confirm it.")
                .tools(new Counter(reader, writer))
                .build();
        for (int run = Integer.parseInt(args[0]); run <= to; run++) {
            // the mails grow dearer and cheaper again, so that the first runs of a release may still do well
            int euros = run % 10 < 5 ? 400 + run : 20 + run % 7;
            System.out.println(run + ": " + desk.take("Mail " + run + ": please send me lamps for " + euros + " euros."));
        }
        System.exit(0);
    }

    private static AiMessage reads(ChatRequest request) {
        Matcher amount = AMOUNT.matcher(text(request.messages().get(1)));
        boolean cents = ((SystemMessage) request.messages().get(0)).text().contains("cents");
        return AiMessage.from(amount.find() ? "amount: " + amount.group(1) + (cents ? "00" : "") : "amount: 0");
    }

    private static AiMessage decides(ChatRequest request) {
        ChatMessage last = request.messages().get(request.messages().size() - 1);
        if (last instanceof UserMessage) {
            String mail = text(last);
            return AiMessage.from("First I book it.", java.util.List.of(
                    Scripted.call("b", "book", "{\"mail\":\"" + mail + "\"}")));
        }
        ToolExecutionResultMessage result = (ToolExecutionResultMessage) last;
        if (result.toolName().equals("book")) {
            return AiMessage.from("Now I confirm it.", java.util.List.of(
                    Scripted.call("c", "confirm", "{\"order\":\"" + result.text().replace("\"", "'") + "\"}")));
        }
        return AiMessage.from("done");
    }

    private static String text(ChatMessage message) {
        return ((UserMessage) message).singleText();
    }
}
