package com.example.springai;

import com.example.provider.Answer;
import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.support.ToolCallbacks;

/** An agent with a tool that is built by itself; the first of two runs calls it, the second does not. */
public final class Rebuilt {
    private Rebuilt() {}

    public static void main(String[] args) throws Exception {
        Object tool = Class.forName("com.example.built.Rates").getConstructor().newInstance();
        try (ScriptedProvider provider = ScriptedProvider.start(
                request -> request.lastToolResult() == null && request.says("rate")
                        ? Answer.calls(null, new Answer.Call("rate", "{\"currency\":\"EUR\"}"))
                        : Answer.text("fine"),
                Faults.NONE, 0)) {
            ChatModel model = OpenAi.model(provider);
            for (String question : new String[] {"What is the rate of the euro?", "Hello?"}) {
                System.out.println(ChatClient.create(model).prompt().system("You tell what money is worth.").user(question)
                        .toolCallbacks(ToolCallbacks.from(tool)).call().content());
            }
        }
        System.exit(0);
    }
}
