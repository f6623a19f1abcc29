package com.example.server;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What the application does for a request, by its path: {@code /<kind>/<id>}. */
public final class Work {
    public static final ExecutorService POOL = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "work");
        thread.setDaemon(true);
        return thread;
    });
    private static final BlockingQueue<Runnable> LONELY = new LinkedBlockingQueue<>();
    private static final CyclicBarrier BOTH = new CyclicBarrier(2);
    private static final int PATIENCE_SECONDS = 20;

    static {
        Thread lonely = new Thread(() -> {
            while (true) {
                try {
                    LONELY.take().run();
                } catch (InterruptedException end) {
                    return;
                }
            }
        }, "lonely");
        lonely.setDaemon(true);
        lonely.start();
    }

    private Work() {}

    /** Loaded with the first call: a server that calls no model knows none. */
    private static final class Model implements ChatModel {
        static final Model ONE = new Model();

        @Override
        public ChatResponse doChat(ChatRequest request) {
            return ChatResponse.builder().aiMessage(AiMessage.from("answer")).build();
        }
    }

    public static String kind(String path) {
        return path.substring(1, path.indexOf('/', 1));
    }

    public static String id(String path) {
        return path.substring(path.indexOf('/', 1) + 1);
    }

    /** Has it run by a thread that works for nobody. */
    public static void lonely(Runnable task) {
        LONELY.add(task);
    }

    /** Calls a model, here. */
    public static void call(String path) {
        Model.ONE.chat(ChatRequest.builder().messages(UserMessage.from("mark " + id(path) + '.')).build());
    }

    /** Waits until two requests are here. */
    public static void both() throws Exception {
        BOTH.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    public static String text(String path) {
        return kind(path) + " is done";
    }

    /** For servers whose handlers may block: answers, or throws. */
    public static void answer(String path, Reply reply) throws Exception {
        switch (kind(path)) {
            case "plain" -> whole(reply, 200, path);
            case "here" -> {
                call(path);
                whole(reply, 200, path);
            }
            case "elsewhere" -> {
                POOL.submit(() -> call(path)).get();
                whole(reply, 200, path);
            }
            case "both" -> {
                both();
                call(path);
                whole(reply, 200, path);
            }
            case "missing" -> {
                call(path);
                whole(reply, 404, path);
            }
            case "broken" -> {
                call(path);
                whole(reply, 503, path);
            }
            case "throws" -> {
                call(path);
                throw new IllegalStateException("on purpose");
            }
            case "stream" -> {
                reply.head(200);
                reply.piece("one ");
                call(path);
                reply.piece("two");
                reply.end();
            }
            case "endless" -> {
                call(path);
                reply.head(200);
                while (true) {
                    reply.piece("tick\n");
                    Thread.sleep(2);
                }
            }
            default -> throw new IllegalArgumentException(path);
        }
    }

    public static void whole(Reply reply, int status, String path) throws java.io.IOException {
        reply.head(status);
        reply.piece(text(path));
        reply.end();
    }
}
