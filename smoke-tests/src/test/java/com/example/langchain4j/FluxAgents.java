package com.example.langchain4j;

import static com.example.langchain4j.Scripted.call;
import static com.example.langchain4j.Scripted.toolsThen;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.UserMessage;
import java.util.List;
import java.util.concurrent.Flow;
import org.reactivestreams.FlowAdapters;
import reactor.core.publisher.Flux;

/** Agents that answer a Flux, which is at work before anyone subscribes, or a publisher that is not. */
public final class FluxAgents {
    private FluxAgents() {}

    public interface Hot {
        Flux<String> chat(@UserMessage String text);
    }

    public interface Cold {
        Flow.Publisher<String> chat(@UserMessage String text);
    }

    public static void main(String[] args) throws Exception {
        StreamingChatModel broken = new ScriptedStream(request -> {
            throw new IllegalArgumentException("no such model");
        });
        StreamingChatModel one = new ScriptedStream(request -> AiMessage.from("one"));
        System.out.println(hot(sum()).chat("hot complete").collectList().block());
        System.out.println(heard(hot(broken).chat("hot error")));
        System.out.println(hot(one).chat("hot first").next().block());
        System.out.println(flux(cold(sum()).chat("cold complete")).collectList().block());
        System.out.println(heard(flux(cold(broken).chat("cold error"))));
        System.out.println(flux(cold(one).chat("cold first")).next().block());
        cold(one).chat("cold never");
        Flow.Publisher<String> kept = cold(one).chat("cold twice");
        System.out.println(flux(kept).blockLast());
        System.out.println(flux(kept).blockLast());
        for (int i = 0; i < 10; i++) {
            System.gc();
            Thread.sleep(60);
        }
        System.exit(0);
    }

    private static StreamingChatModel sum() {
        return new ScriptedStream(toolsThen("It is 3.", call("c1", "add", "{\"a\":1,\"b\":2}")));
    }

    private static Flux<String> flux(Flow.Publisher<String> publisher) {
        return Flux.from(FlowAdapters.toPublisher(publisher));
    }

    private static List<Object> heard(Flux<String> flux) {
        return flux.cast(Object.class).onErrorResume(error -> Flux.just(error)).collectList().block();
    }

    private static Hot hot(StreamingChatModel model) {
        return AiServices.builder(Hot.class).streamingChatModel(model).tools(new Toolbox()).build();
    }

    private static Cold cold(StreamingChatModel model) {
        return AiServices.builder(Cold.class).streamingChatModel(model).tools(new Toolbox()).build();
    }
}
