package com.example.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.service.AiServices;

/** An agent with a tool that is built by itself; the first of two runs calls it, the second does not. */
public final class Rebuilt {
    public interface Teller {
        String tell(String question);
    }

    private Rebuilt() {}

    public static void main(String[] args) throws Exception {
        Object tool = Class.forName("com.example.built.Rates").getConstructor().newInstance();
        Teller teller = AiServices.builder(Teller.class)
                .chatModel(new Scripted(request -> {
                    ChatMessage last = request.messages().get(request.messages().size() - 1);
                    boolean asks = last instanceof UserMessage user && user.singleText().contains("rate");
                    return asks ? AiMessage.from(Scripted.call("c1", "rate", "{\"currency\":\"EUR\"}")) : AiMessage.from("fine");
                }))
                .systemMessageProvider(id -> "You tell what money is worth.")
                .tools(tool)
                .build();
        System.out.println(teller.tell("What is the rate of the euro?"));
        System.out.println(teller.tell("Hello?"));
        System.exit(0);
    }
}
