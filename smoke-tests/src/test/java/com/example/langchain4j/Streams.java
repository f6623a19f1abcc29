package com.example.langchain4j;

import static com.example.langchain4j.Scripted.call;
import static com.example.langchain4j.Scripted.toolsThen;

import com.example.langchain4j.Services.Streaming;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.service.AiServices;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Streamed answers. */
final class Streams {
    private static final StreamingChatModel HELLO = new ScriptedStream(request -> AiMessage.from("hello"));

    public interface Postponing {
        Later chat(String text);
    }

    private Streams() {}

    static void main(Marks marks) throws IOException, InterruptedException {
        marks.run("stream", () -> print(HELLO, null));
        marks.run("streamError", () -> print(new ScriptedStream(request -> {
            throw new IllegalArgumentException("no such model");
        }), null));
        marks.run("streamHandlerThrows", () -> print(HELLO, new IllegalStateException("my own mistake")));
        marks.run("streamHandlerThrowsChecked", () -> print(HELLO, new IOException("as in Kotlin")));
        marks.run("streamedAgent", () -> stream(
                new ScriptedStream(toolsThen("It is 3.", call("c1", "add", "{\"a\":1,\"b\":2}")))));
        marks.run("streamedAgentError", () -> stream(new ScriptedStream(request -> {
            throw new IllegalArgumentException("no such model");
        })));
        marks.run("streamedAgentCallsAnother", () -> {
            CountDownLatch done = new CountDownLatch(1);
            streaming(HELLO).chat("first")
                    .onPartialResponse(text -> {})
                    .onCompleteResponse(response -> {
                        System.out.println(Services.assistant(Services.sum()).chat("second"));
                        done.countDown();
                    })
                    .onError(error -> done.countDown())
                    .start();
            done.await();
        });
        marks.run("adapted", () -> System.out.println(AiServices.builder(Postponing.class)
                .streamingChatModel(new ScriptedStream(toolsThen("It is 3.", call("c1", "add", "{\"a\":1,\"b\":2}"))))
                .tools(new Toolbox())
                .build()
                .chat("What is 1 + 2?")
                .get()));
        marks.run("neverStarted", () -> {
            streaming(HELLO).chat("never");
            for (int i = 0; i < 5; i++) {
                System.gc();
                Thread.sleep(100);
            }
        });
        marks.run("cancelled", Cancelling::run);
    }

    static Streaming streaming(StreamingChatModel model) {
        return AiServices.builder(Streaming.class).streamingChatModel(model).tools(new Toolbox()).build();
    }

    private static void stream(StreamingChatModel model) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        streaming(model).chat("What is 1 + 2?")
                .onPartialResponse(System.out::println)
                .onCompleteResponse(response -> {
                    System.out.println("complete " + response.aiMessage().text() + ' ' + response.tokenUsage());
                    done.countDown();
                })
                .onError(error -> {
                    System.out.println("error " + error);
                    done.countDown();
                })
                .start();
        done.await();
    }

    private static void print(StreamingChatModel model, Exception thrown) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        model.chat(Services.request(), new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(String text) {
                System.out.println("part " + text);
            }

            @Override
            public void onCompleteResponse(ChatResponse response) {
                System.out.println("complete " + response.aiMessage().text());
                if (thrown != null) {
                    sneak(thrown);
                }
                done.countDown();
            }

            @Override
            public void onError(Throwable error) {
                System.out.println("error " + error + " the same: " + (error == thrown));
                done.countDown();
            }
        });
        done.await();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void sneak(Exception thrown) throws E {
        throw (E) thrown;
    }

    /** Since 1.8; a class of its own, so that older versions load the others. */
    private static final class Cancelling {
        static void run() throws InterruptedException {
            CancellableStream.run();
        }
    }
}
