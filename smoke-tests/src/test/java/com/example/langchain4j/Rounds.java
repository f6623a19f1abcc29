package com.example.langchain4j;

import static com.example.langchain4j.Scripted.call;
import static com.example.langchain4j.Scripted.toolsThen;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.service.AiServices;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Rounds of several tools, tools that go wrong, and models that are made of others. */
public final class Rounds {
    /** Tools of which one breaks. */
    public static final class Tools {
        private final CountDownLatch both;

        Tools(int together) {
            both = new CountDownLatch(together);
        }

        @Tool
        public String left(@P("n") int n) {
            meet();
            return "left " + n;
        }

        @Tool
        public String right(@P("n") int n) {
            meet();
            throw new IllegalStateException("right is broken");
        }

        private void meet() {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A model that says which it is. */
    private static final class Named extends Scripted {
        private final String name;

        private Named(String name, Function<ChatRequest, AiMessage> script) {
            super(script);
            this.name = name;
        }

        @Override
        public ChatRequestParameters defaultRequestParameters() {
            return DefaultChatRequestParameters.builder().modelName(name).build();
        }
    }

    private static final ToolExecutionRequest LEFT = call("c1", "left", "{\"n\":1}");
    private static final ToolExecutionRequest RIGHT = call("c2", "right", "{\"n\":2}");
    private static final ChatModel FIRST = new Named("first", request -> AiMessage.from("from the first"));
    private static final ChatModel SECOND = new Named("second", request -> AiMessage.from("from the second"));
    private static final ChatModel BROKEN = new Named("broken", request -> {
        throw new IllegalStateException("overloaded");
    });

    private Rounds() {}

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        marks.run("several", () -> System.out.println(asks(0, false, LEFT, RIGHT, call("c3", "left", "{\"n\":3}"))));
        marks.run("concurrent", () -> System.out.println(asks(2, true, LEFT, RIGHT)));
        marks.run("wrongType", () -> System.out.println(asks(0, false, call("c1", "left", "{\"n\":\"two\"}"))));
        marks.run("noJson", () -> System.out.println(asks(0, false, call("c1", "left", "{\"n\":"))));
        marks.run("madeUp", () -> System.out.println(asks(0, false, call("c1", "fly", "{}"))));
        marks.run("streamedSeveral", () -> streamed(new ScriptedStream(toolsThen("Done.", LEFT, RIGHT)), 0, false));
        marks.run("streamedConcurrent", Early::run);
        marks.run("fallback", () -> System.out.println(chat(firstThatWorks(BROKEN, SECOND))));
        marks.run("fallbackUnused", () -> System.out.println(chat(firstThatWorks(FIRST, SECOND))));
        marks.run("fallbackAllBroken", () -> System.out.println(chat(firstThatWorks(BROKEN, BROKEN))));
        marks.run("routed", () -> System.out.println(chat(wrapper(request -> SECOND.chat(request)))));
        marks.run("both", () -> System.out.println(chat(wrapper(request -> {
            String one = FIRST.chat(request).aiMessage().text();
            return Scripted.response(AiMessage.from(one + " and " + SECOND.chat(request).aiMessage().text()));
        }))));
        marks.run("agentOfBoth", () -> System.out.println(AiServices.builder(Services.Assistant.class)
                .chatModel(firstThatWorks(BROKEN, Services.sum())).tools(new Toolbox()).build().chat("What is 1 + 2?")));
        marks.run("askedBefore", () -> System.out.println(chat(wrapper(request -> {
            // a model asked for something else on the way, and then the one that answers
            SECOND.chat("Is this harmless?");
            return FIRST.chat(request);
        }))));
        marks.run("rewritten", () -> System.out.println(chat(wrapper(request -> ChatResponse.builder()
                .aiMessage(AiMessage.from(FIRST.chat(request).aiMessage().text().toUpperCase()))
                .build()))));
        marks.run("secondBroken", () -> System.out.println(chat(wrapper(request -> {
            FIRST.chat(request);
            return BROKEN.chat(request);
        }))));
        System.exit(0);
    }

    private static String asks(int together, boolean concurrently, ToolExecutionRequest... calls) {
        var builder = AiServices.builder(Services.Assistant.class)
                .chatModel(new Scripted(toolsThen("Done.", calls)))
                .tools(new Tools(together));
        if (concurrently) {
            builder.executeToolsConcurrently();
        }
        return builder.build().chat("Go");
    }

    /** The second round's call depends on the first one's result. */
    static void twoRounds() {
        ChatModel model = new Scripted(request -> {
            String last = request.messages().get(request.messages().size() - 1).toString();
            if (last.contains("left 1")) {
                return AiMessage.from("Once more.", List.of(call("c2", "left", "{\"n\":2}")));
            }
            return last.contains("left 2") ? AiMessage.from("Done.") : AiMessage.from("First.", List.of(LEFT));
        });
        System.out.println(
                AiServices.builder(Services.Assistant.class).chatModel(model).tools(new Tools(0)).build().chat("Go"));
    }

    /** Tells each tool call as soon as it is there: tools are at work before the answer is over. Not in every version. */
    private static final class Early {
        static void run() throws InterruptedException {
            Function<ChatRequest, AiMessage> script = toolsThen("Done.", LEFT, RIGHT);
            streamed(new StreamingChatModel() {
                @Override
                public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
                    new Thread(() -> {
                        AiMessage message = script.apply(request);
                        for (int i = 0; message.hasToolExecutionRequests() && i < 2; i++) {
                            handler.onCompleteToolCall(new CompleteToolCall(i, message.toolExecutionRequests().get(i)));
                        }
                        handler.onCompleteResponse(Scripted.response(message));
                    }).start();
                }

                @Override
                public ChatRequestParameters defaultRequestParameters() {
                    return Scripted.defaults();
                }
            }, 2, true);
        }
    }

    private static void streamed(StreamingChatModel model, int together, boolean concurrently) throws InterruptedException {
        var builder = AiServices.builder(Services.Streaming.class)
                .streamingChatModel(model)
                .tools(new Tools(together));
        if (concurrently) {
            builder.executeToolsConcurrently();
        }
        CountDownLatch done = new CountDownLatch(1);
        builder.build().chat("Go")
                .onPartialResponse(text -> {})
                .onCompleteResponse(response -> {
                    System.out.println(response.aiMessage().text());
                    done.countDown();
                })
                .onError(error -> {
                    System.out.println("error " + error);
                    done.countDown();
                })
                .start();
        done.await();
    }

    private static String chat(ChatModel model) {
        return model.chat(Services.request()).aiMessage().text();
    }

    private static ChatModel wrapper(Function<ChatRequest, ChatResponse> chat) {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return chat.apply(request);
            }
        };
    }

    private static ChatModel firstThatWorks(ChatModel one, ChatModel other) {
        return wrapper(request -> {
            try {
                return one.chat(request);
            } catch (IllegalStateException e) {
                return other.chat(request);
            }
        });
    }
}
