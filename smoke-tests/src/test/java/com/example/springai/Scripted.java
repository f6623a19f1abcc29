package com.example.springai;

import java.util.List;
import java.util.function.Function;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;

/** A model of the application's own: it observes nothing and runs no tools. 10 tokens in and 5 out each time. */
class Scripted implements ChatModel {
    private final Function<Prompt, String> script;

    Scripted(Function<Prompt, String> script) {
        this.script = script;
    }

    static Prompt prompt(String text) {
        return new Prompt(text, ChatOptions.builder().model("scripted-1").temperature(0.5).build());
    }

    private static ChatResponse response(String text, boolean last) {
        ChatResponseMetadata.Builder about = ChatResponseMetadata.builder().id("r-1").model("scripted-1-0613");
        ChatGenerationMetadata end = ChatGenerationMetadata.builder().finishReason(last ? "STOP" : "").build();
        if (last) {
            about.usage(new DefaultUsage(10, 5));
        }
        return new ChatResponse(List.of(new Generation(new AssistantMessage(text), end)), about.build());
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        return response(script.apply(prompt), true);
    }

    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        return Flux.defer(() -> {
            String text = script.apply(prompt);
            int half = text.length() / 2;
            return Flux.just(response(text.substring(0, half), false), response(text.substring(half), true));
        });
    }
}
