package com.example.boot;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

/** Answers questions, with a tool. */
@Service
public class Agent {
    private static final ToolCallback[] TOOLS = ToolCallbacks.from(new Clock());

    private final ChatClient client;

    public Agent(ChatClient.Builder builder) {
        this.client = builder.build();
    }

    String answer(String id) {
        return prompt(id).call().content();
    }

    Flux<String> stream(String id) {
        return prompt(id).stream().content();
    }

    private ChatClient.ChatClientRequestSpec prompt(String id) {
        return client.prompt("What time is it, " + id + "?").toolCallbacks(TOOLS);
    }

    /** Knows the time. */
    public static final class Clock {
        @Tool(description = "Tells the time")
        public String time() {
            return "noon";
        }
    }
}
