package com.example.springai;

import com.example.langchain4j.Marks;
import com.example.provider.ScriptedProvider;
import com.example.provider.Usage;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Streamed answers. */
final class Streams {
    private static final ChatModel HELLO = new Scripted(prompt -> "hello");

    private Streams() {}

    static void main(Marks marks, ChatModel openAi, ScriptedProvider provider) throws IOException, InterruptedException {
        marks.run("stream", () -> print(stream(openAi, "What is 1 + 2?")));
        marks.run("streamElsewhere", () -> {
            Usage before = provider.handedOut();
            Flux<String> answer = stream(openAi, "What is 1 + 2, twice?");
            StringBuilder text = new StringBuilder();
            CountDownLatch done = new CountDownLatch(1);
            Thread thread = new Thread(() -> answer.publishOn(Schedulers.parallel())
                    .subscribe(text::append, error -> done.countDown(), done::countDown));
            thread.start();
            done.await();
            System.out.println(text);
            Clients.used("streamElsewhere", before, provider.handedOut());
        });
        marks.run("streamFailingTool", () -> print(stream(openAi, "Save it")));
        marks.run("streamAgentAsTool", () -> print(stream(openAi, "Ask the expert")));
        marks.run("streamBareModel", () -> System.out.println(
                openAi.stream(new Prompt("What is 1 + 2?", OpenAi.options(Clients.tools()))).count().block() > 0));
        marks.run("streamPlain", () -> System.out.println(HELLO.stream(Scripted.prompt("hi")).count().block()));
        marks.run("streamError", () -> {
            IllegalArgumentException mine = new IllegalArgumentException("no such model");
            ChatModel broken = new Scripted(prompt -> {
                throw mine;
            });
            print(stream(broken, "hi").onErrorResume(e -> Flux.just("the same: " + (e == mine))));
        });
        marks.run("streamCancelled", () -> System.out.println(stream(new Endless(), "hi").next().block()));
        marks.run("streamCancelledHalfway", () -> System.out.println(stream(openAi, "hi").next().block()));
        marks.run("streamDecorated", () -> print(stream(new Clients.Decorator(openAi), "What is 1 + 2?")));
        marks.run("streamTwoAtOnce", () -> System.out.println(Flux.merge(
                        stream(openAi, "What is 1 + 2?").subscribeOn(Schedulers.boundedElastic()),
                        stream(openAi, "What is 1 + 2?").subscribeOn(Schedulers.boundedElastic()))
                .collectList().block().size() > 1));
        marks.run("streamTwice", () -> {
            Flux<ChatResponse> twice = HELLO.stream(Scripted.prompt("hi"));
            System.out.println(twice.count().block() + twice.count().block());
        });
        marks.run("streamNever", () -> stream(HELLO, "never"));
    }

    /** Says something and goes silent. */
    private static final class Endless extends Scripted {
        Endless() {
            super(prompt -> "hello");
        }

        @Override
        public Flux<ChatResponse> stream(Prompt prompt) {
            return super.stream(prompt).take(1).concatWith(Flux.never());
        }
    }

    private static Flux<String> stream(ChatModel model, String question) {
        return ChatClient.create(model).prompt(question).toolCallbacks(Clients.tools()).stream().content();
    }

    private static void print(Flux<String> answer) {
        System.out.println(String.join("", answer.collectList().block()));
    }
}
