package com.example.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.function.Function;

/** The same as a stream, on a thread of its own as an HTTP client has it. */
class ScriptedStream implements StreamingChatModel {
    private final Function<ChatRequest, AiMessage> script;

    ScriptedStream(Function<ChatRequest, AiMessage> script) {
        this.script = script;
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        new Thread(() -> answer(request, handler)).start();
    }

    private void answer(ChatRequest request, StreamingChatResponseHandler handler) {
        AiMessage message;
        try {
            message = script.apply(request);
            if (message.text() != null) {
                handler.onPartialResponse(message.text());
            }
        } catch (RuntimeException e) {
            handler.onError(e);
            return;
        }
        try {
            handler.onCompleteResponse(Scripted.response(message));
        } catch (Exception e) {
            handler.onError(e);
        }
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return Scripted.defaults();
    }
}
