package com.example.alibaba;

import static com.alibaba.cloud.ai.graph.StateGraph.END;
import static com.alibaba.cloud.ai.graph.StateGraph.START;
import static com.alibaba.cloud.ai.graph.action.AsyncNodeAction.node_async;

import com.alibaba.cloud.ai.graph.KeyStrategy;
import com.alibaba.cloud.ai.graph.StateGraph;
import com.alibaba.cloud.ai.graph.state.strategy.ReplaceStrategy;
import com.example.langchain4j.Marks;
import com.example.provider.Answer;
import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import com.example.springai.OpenAi;
import java.util.HashMap;
import java.util.Map;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;

/** Nodes of a graph that leave what is too short for words to tell. */
public final class Passed {
    private Passed() {}

    public static void main(String[] args) throws Exception {
        // Spring Boot's logging would write to stdout
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Marks marks = new Marks(args[0]);
        try (ScriptedProvider provider = ScriptedProvider.start(request -> Answer.text("7"), Faults.NONE, 0)) {
            ChatModel model = OpenAi.model(provider);
            marks.run("short", () -> print(graph()
                    .addNode("scorer", node_async(state -> Map.of("score", ask(model))))
                    .addNode("rival", node_async(state -> Map.of("dragons", ask(model))))
                    .addNode("gate", node_async(state -> Map.of("end", "seen " + state.value("score").orElse("nothing"))))
                    .addEdge(START, "scorer").addEdge("scorer", "rival").addEdge("rival", "gate").addEdge("gate", END)
                    .compile().invoke(Map.of())));
            marks.run("constant", () -> print(graph()
                    .addNode("scorer", node_async(state -> Map.of("score", "yes")))
                    .addNode("rival", node_async(state -> Map.of("dragons", "yes")))
                    .addNode("gate", node_async(state -> Map.of("end", "seen " + state.value("score").orElse("nothing"))))
                    .addEdge(START, "scorer").addEdge("scorer", "rival").addEdge("rival", "gate").addEdge("gate", END)
                    .compile().invoke(Map.of())));
        }
        System.exit(0);
    }

    private static String ask(ChatModel model) {
        return ChatClient.create(model).prompt("A number?").call().content();
    }

    private static void print(Object result) {
        System.out.println(result.toString().contains("seen"));
    }

    private static StateGraph graph() {
        return new StateGraph("passed", () -> {
            Map<String, KeyStrategy> keys = new HashMap<>();
            for (String key : new String[] {"score", "dragons", "end"}) {
                keys.put(key, new ReplaceStrategy());
            }
            return keys;
        });
    }
}
