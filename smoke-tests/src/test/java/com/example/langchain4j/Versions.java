package com.example.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.input.PromptTemplate;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.V;
import java.util.List;
import java.util.Map;

/** Prompts with other variables each time: the marks' file, names with commas between them, and a word of the prompt. */
public final class Versions {
    public interface Writer {
        @dev.langchain4j.service.SystemMessage("You are {{who}}, a writer of short poems.")
        @dev.langchain4j.service.UserMessage("Write about {{topic}}")
        String write(@V("who") String who, @V("topic") String topic);
    }

    public interface Helper {
        String help(String question);
    }

    /** Several prompts, each with a method of its own. */
    public interface Clerk {
        @dev.langchain4j.service.SystemMessage("You read mails and tell in one sentence what is in them.")
        String read(String mail);

        @dev.langchain4j.service.SystemMessage("You write the answers: short, polite, and with a date.")
        String write(String note);
    }

    private Versions() {}

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        List<String> names = List.of(args[1].split(","));
        String mood = args[2];
        ChatModel model = new Scripted(request -> AiMessage.from("fine"));
        Writer writer = AiServices.builder(Writer.class).chatModel(model).build();
        marks.run("declared", () -> {
            for (String name : names) {
                System.out.println(writer.write(name, "the house of " + name));
            }
        });
        marks.run("applied", () -> {
            PromptTemplate template = PromptTemplate.from("You are a " + mood + " planner of journeys. Plan for {{who}}.");
            for (String name : names) {
                String text = template.apply(Map.of("who", name)).text();
                System.out.println(model.chat(SystemMessage.from(text), UserMessage.from("Where to?")).aiMessage().text());
            }
        });
        marks.run("rendered", () -> {
            for (String name : names) {
                Helper helper = AiServices.builder(Helper.class).chatModel(model)
                        .systemMessageProvider(id -> "You are the " + mood + " helper of " + name + " and of nobody else in this house.")
                        .build();
                System.out.println(helper.help("Hello?"));
            }
        });
        Clerk clerk = AiServices.builder(Clerk.class).chatModel(model).build();
        marks.run("methods", () -> {
            for (String name : names) {
                System.out.println(clerk.read("Hello from " + name));
                System.out.println(clerk.write("To " + name));
            }
        });
        marks.run("tool", () -> System.out.println(AiServices.builder(Helper.class)
                .chatModel(new Scripted(Scripted.toolsThen("3", Scripted.call("c1", "add", "{\"a\":1,\"b\":2}"))))
                .tools(new Toolbox()).build().help("1 + 2?")));
        System.exit(0);
    }
}
