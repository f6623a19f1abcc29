package com.example.quarkus;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Agents of a Quarkus application, piece by piece; the file of marks is the argument. */
@QuarkusMain
public class Main implements QuarkusApplication {
    @Inject
    Assistant assistant;

    @Inject
    Vertx vertx;

    private Path marks;

    /** A piece of the program. */
    private interface Piece {
        void run() throws Exception;
    }

    public static void main(String[] args) {
        Quarkus.run(Main.class, args);
    }

    @Override
    @ActivateRequestContext
    public int run(String... args) throws Exception {
        marks = Path.of(args[0]);
        piece("plain", () -> System.out.println(assistant.chat("a", "hi")));
        piece("tool", () -> System.out.println(assistant.chat("b", "sum")));
        piece("failingTool", () -> System.out.println(assistant.chat("c", "save")));
        piece("error", () -> System.out.println(assistant.chat("d", "break the model")));
        piece("person", () -> System.out.println(assistant.person("e", "a clerk", "Ada")));
        piece("stream", () -> System.out.println(all(assistant.stream("f", "hi"))));
        piece("streamedTool", () -> System.out.println(all(assistant.stream("g", "sum"))));
        piece("streamError", () -> System.out.println(all(assistant.stream("h", "break the model"))));
        piece("streamCancelled", () -> {
            CountDownLatch heard = new CountDownLatch(1);
            assistant.stream("i", "sum").select().first(1).subscribe().with(text -> {
                System.out.println(text);
                heard.countDown();
            });
            heard.await();
        });
        piece("onTheEventLoop", this::onTheEventLoop);
        piece("tokens", this::tokens);
        // memories that are dropped at the end belong to nothing that was asked
        piece("end", () -> {});
        return 0;
    }

    private static List<String> all(Multi<String> stream) {
        return stream.collect().asList().await().indefinitely();
    }

    private void onTheEventLoop() throws Exception {
        CompletableFuture<List<String>> all = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(nothing -> {
            Arc.container().requestContext().activate();
            try {
                assistant.stream("j", "sum").collect().asList().subscribe().with(all::complete, all::completeExceptionally);
            } catch (RuntimeException e) {
                all.completeExceptionally(e);
            } finally {
                Arc.container().requestContext().deactivate();
            }
        });
        System.out.println(all.get());
    }

    private void tokens() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        assistant.tokens("k", "sum")
                .onPartialResponse(System.out::println)
                .onCompleteResponse(response -> done.countDown())
                .onError(error -> {
                    System.out.println("error " + error);
                    done.countDown();
                })
                .start();
        done.await();
    }

    /** Notes when it began, so that a trace can be told to belong to it. */
    private void piece(String name, Piece piece) throws IOException, InterruptedException {
        Thread.sleep(3);
        Files.writeString(marks, name + " " + Instant.now() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Thread.sleep(3);
        System.out.println("== " + name);
        try {
            piece.run();
        } catch (Exception e) {
            System.out.println("threw " + e);
        }
    }
}
