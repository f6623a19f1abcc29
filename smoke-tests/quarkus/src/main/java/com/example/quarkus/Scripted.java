package com.example.quarkus;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.function.Supplier;

/** A model that asks for the tools that the question names, and says it is done when it has seen their results. */
public final class Scripted {
    private Scripted() {}

    static ChatResponse answer(ChatRequest request) {
        Object last = request.messages().get(request.messages().size() - 1);
        String asked = request.messages().toString();
        AiMessage message;
        if (asked.contains("break the model")) {
            throw new IllegalArgumentException("no such model");
        } else if (last instanceof ToolExecutionResultMessage result) {
            message = AiMessage.from("It is " + result.text() + ".");
        } else if (asked.contains("sum")) {
            message = AiMessage.from("I need a tool.", List.of(call("add", "{\"a\":1,\"b\":2}")));
        } else if (asked.contains("save")) {
            message = AiMessage.from("I need a tool.", List.of(call("save", "{\"name\":\"a.txt\"}")));
        } else {
            message = AiMessage.from(asked.contains("who") ? "{\"name\": \"Ada\", \"age\": 36}" : "hello");
        }
        return ChatResponse.builder()
                .aiMessage(message)
                .id("r-1")
                .modelName("scripted-1-0613")
                .tokenUsage(new TokenUsage(10, 5))
                .finishReason(message.hasToolExecutionRequests() ? FinishReason.TOOL_EXECUTION : FinishReason.STOP)
                .build();
    }

    private static ToolExecutionRequest call(String tool, String arguments) {
        return ToolExecutionRequest.builder().id("c1").name(tool).arguments(arguments).build();
    }

    private static ChatRequestParameters defaults() {
        return ChatRequestParameters.builder().modelName("scripted-1").build();
    }

    /** As it answers at once. */
    public static final class Whole implements Supplier<ChatModel> {
        @Override
        public ChatModel get() {
            return new ChatModel() {
                @Override
                public ChatResponse doChat(ChatRequest request) {
                    return answer(request);
                }

                @Override
                public ChatRequestParameters defaultRequestParameters() {
                    return defaults();
                }
            };
        }
    }

    /** As it streams, on a thread of its own. */
    public static final class Streamed implements Supplier<StreamingChatModel> {
        @Override
        public StreamingChatModel get() {
            return new StreamingChatModel() {
                @Override
                public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
                    new Thread(() -> {
                        try {
                            ChatResponse response = answer(request);
                            handler.onPartialResponse(response.aiMessage().text());
                            handler.onCompleteResponse(response);
                        } catch (RuntimeException e) {
                            handler.onError(e);
                        }
                    }).start();
                }

                @Override
                public ChatRequestParameters defaultRequestParameters() {
                    return defaults();
                }
            };
        }
    }
}
