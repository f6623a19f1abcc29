package com.example.langchain4j;

import static com.example.langchain4j.Scripted.call;
import static com.example.langchain4j.Scripted.toolsThen;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** An agent that adds, in step with others: each of its model calls waits at the barrier. */
public final class Sum implements Function<CyclicBarrier, String> {
    @Override
    public String apply(CyclicBarrier barrier) {
        return Agent.ask(barrier);
    }

    /** Apart, so that LangChain4j is loaded while this application is at work and not before. */
    private static final class Agent {
        static String ask(CyclicBarrier barrier) {
            Function<ChatRequest, AiMessage> script = toolsThen("It is 3.", call("c1", "add", "{\"a\":1,\"b\":2}"));
            ChatModel model = new Scripted(request -> {
                await(barrier);
                return script.apply(request);
            });
            String version = ChatModel.class.getProtectionDomain().getCodeSource().getLocation().getPath();
            return Services.assistant(model).chat("What is 1 + 2? Says " + version.substring(version.lastIndexOf('/') + 1));
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
