package com.example.alibaba;

import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;

/** Says something and goes silent. */
final class Endless implements ChatModel {
    @Override
    public ChatResponse call(Prompt prompt) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        return Flux.just(new ChatResponse(List.of(new Generation(new AssistantMessage("hel"))))).concatWith(Flux.never());
    }
}
