package com.example.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.function.Function;

/** A model that answers by the script; 10 tokens in and 5 out each time. */
class Scripted implements ChatModel {
    private final Function<ChatRequest, AiMessage> script;

    Scripted(Function<ChatRequest, AiMessage> script) {
        this.script = script;
    }

    /** Asks for the tools first, says the text when it has seen results. */
    static Function<ChatRequest, AiMessage> toolsThen(String text, ToolExecutionRequest... calls) {
        return request -> hasResults(request) ? AiMessage.from(text) : AiMessage.from("I need tools.", List.of(calls));
    }

    static ToolExecutionRequest call(String id, String tool, String arguments) {
        return ToolExecutionRequest.builder().id(id).name(tool).arguments(arguments).build();
    }

    private static boolean hasResults(ChatRequest request) {
        return request.messages().get(request.messages().size() - 1)
                instanceof dev.langchain4j.data.message.ToolExecutionResultMessage;
    }

    static ChatResponse response(AiMessage message) {
        return ChatResponse.builder()
                .aiMessage(message)
                .id("r-1")
                .modelName("scripted-1-0613")
                .tokenUsage(new TokenUsage(10, 5))
                .finishReason(message.hasToolExecutionRequests() ? FinishReason.TOOL_EXECUTION : FinishReason.STOP)
                .build();
    }

    static ChatRequestParameters defaults() {
        return DefaultChatRequestParameters.builder().modelName("scripted-1").temperature(0.5).build();
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        return response(script.apply(request));
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return defaults();
    }

    @Override
    public ModelProvider provider() {
        return ModelProvider.MISTRAL_AI;
    }
}
