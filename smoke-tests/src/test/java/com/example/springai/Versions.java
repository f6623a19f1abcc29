package com.example.springai;

import com.example.langchain4j.Marks;
import java.util.List;
import java.util.Map;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.chat.prompt.SystemPromptTemplate;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.function.FunctionToolCallback;

/** Prompts with other variables each time: the marks' file, names with commas between them, and a word of the prompt. */
public final class Versions {
    /** A tool's argument. */
    public record City(String name) {}

    private Versions() {}

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        List<String> names = List.of(args[1].split(","));
        String mood = args[2];
        ChatModel model = new Scripted(prompt -> "fine");
        marks.run("declared", () -> {
            for (String name : names) {
                System.out.println(ChatClient.create(model).prompt()
                        .system(system -> system.text("You are {who}, a writer of short poems.").param("who", name))
                        .user(user -> user.text("Write about {topic}").param("topic", "the house of " + name))
                        .call().content());
            }
        });
        marks.run("applied", () -> {
            SystemPromptTemplate template = new SystemPromptTemplate("You are a " + mood + " planner of journeys. Plan for {who}.");
            for (String name : names) {
                Prompt prompt = new Prompt(List.of(template.createMessage(Map.of("who", name)), new UserMessage("Where to?")));
                System.out.println(model.call(prompt).getResult().getOutput().getText());
            }
        });
        marks.run("rendered", () -> {
            for (String name : names) {
                System.out.println(ChatClient.create(model).prompt()
                        .system("You are the " + mood + " helper of " + name + " and of nobody else in this house.")
                        .user("Hello?").call().content());
            }
        });
        marks.run("methods", () -> {
            ChatClient client = ChatClient.create(model);
            for (String name : names) {
                System.out.println(client.prompt().system("You read mails and tell in one sentence what is in them.")
                        .user("Hello from " + name).call().content());
                System.out.println(client.prompt().system("You write the answers: short, polite, and with a date.")
                        .user("To " + name).call().content());
            }
        });
        marks.run("tool", () -> {
            for (ToolCallback tool : ToolCallbacks.from(new Toolbox())) {
                if (tool.getToolDefinition().name().equals("add")) {
                    System.out.println(tool.call("{\"a\":1,\"b\":2}"));
                }
            }
        });
        marks.run("function", () -> System.out.println(FunctionToolCallback.builder("weather", (City city) -> city.name() + ": snow")
                .description("Tells the weather").inputType(City.class).build().call("{\"name\":\"Oslo\"}")));
        System.exit(0);
    }
}
