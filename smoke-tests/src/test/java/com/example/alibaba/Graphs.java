package com.example.alibaba;

import static com.alibaba.cloud.ai.graph.StateGraph.END;
import static com.alibaba.cloud.ai.graph.StateGraph.START;
import static com.alibaba.cloud.ai.graph.action.AsyncEdgeAction.edge_async;
import static com.alibaba.cloud.ai.graph.action.AsyncNodeAction.node_async;

import com.alibaba.cloud.ai.graph.CompileConfig;
import com.alibaba.cloud.ai.graph.CompiledGraph;
import com.alibaba.cloud.ai.graph.KeyStrategy;
import com.alibaba.cloud.ai.graph.OverAllState;
import com.alibaba.cloud.ai.graph.RunnableConfig;
import com.alibaba.cloud.ai.graph.StateGraph;
import com.alibaba.cloud.ai.graph.action.InterruptionMetadata;
import com.alibaba.cloud.ai.graph.checkpoint.config.SaverConfig;
import com.alibaba.cloud.ai.graph.checkpoint.savers.MemorySaver;
import com.alibaba.cloud.ai.graph.state.strategy.AppendStrategy;
import com.alibaba.cloud.ai.graph.state.strategy.ReplaceStrategy;
import com.alibaba.cloud.ai.graph.store.StoreItem;
import com.alibaba.cloud.ai.graph.store.StoreSearchRequest;
import com.alibaba.cloud.ai.graph.store.stores.MemoryStore;
import com.example.langchain4j.Marks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;

/** Graphs of the application's own. */
final class Graphs {
    private static final IllegalStateException BROKEN = new IllegalStateException("no paper");

    private Graphs() {}

    static void main(Marks marks, ChatModel model) throws Exception {
        marks.run("graph", () -> print(desk().invoke(Map.of("topic", "whales"))));
        marks.run("graphAsks", () -> print(graph("asking")
                .addNode("ask", node_async(state -> Map.of("answer", ask(model))))
                .addNode("later", state -> CompletableFuture.supplyAsync(() -> Map.of("later", ask(model))))
                .addNode("after", node_async(state -> Map.of("after", ask(model))))
                .addEdge(START, "ask")
                .addEdge("ask", "later")
                .addEdge("later", "after")
                .addEdge("after", END)
                .compile()
                .invoke(Map.of())));
        marks.run("graphStreams", () -> print(graph("streaming")
                .addNode("tell", node_async(state -> Map.of("messages", ChatClient.create(model).prompt("hi").stream().chatResponse())))
                .addNode("after", node_async(state -> Map.of("after", ask(model))))
                .addEdge(START, "tell")
                .addEdge("tell", "after")
                .addEdge("after", END)
                .compile()
                .invoke(Map.of())));
        marks.run("subGraphs", () -> print(graph("outer")
                .addNode("desk", desk())
                .addNode("writer", Agents.agent(model, "writer", "You write.").outputKey("poem").build().asNode(true, false))
                .addNode("after", node_async(state -> Map.of("after", "done")))
                .addEdge(START, "desk")
                .addEdge("desk", "writer")
                .addEdge("writer", "after")
                .addEdge("after", END)
                .compile()
                .invoke(Map.of("topic", "whales", "input", "whales"))));
        MemoryStore store = new MemoryStore();
        marks.run("store", () -> {
            store.putItem(StoreItem.of(List.of("users", "7"), "likes", Map.of("animal", "whales", "since", 2020)));
            System.out.println(store.getItem(List.of("users", "7"), "likes").isPresent());
            System.out.println(store.searchItems(StoreSearchRequest.builder().namespace("users", "7").build()).getItems().size());
            System.out.println(store.deleteItem(List.of("users", "7"), "likes"));
        });
        CompiledGraph stopping = graph("stopping")
                .addNode("draft", node_async(state -> Map.of("kind", "draft")))
                .addNode("send", node_async(state -> Map.of("answer", "sent")))
                .addEdge(START, "draft")
                .addEdge("draft", "send")
                .addEdge("send", END)
                .compile(CompileConfig.builder()
                        .saverConfig(SaverConfig.builder().register(new MemorySaver()).build())
                        .interruptBefore("send")
                        .build());
        RunnableConfig thread = RunnableConfig.builder().threadId("letter-1").build();
        marks.run("graphInterrupted", () -> System.out.println(
                stopping.invokeAndGetOutput(Map.of(), thread).orElseThrow() instanceof InterruptionMetadata));
        marks.run("graphResumed", () -> print(stopping.invoke(Map.of(), RunnableConfig.builder(thread)
                .addMetadata(RunnableConfig.HUMAN_FEEDBACK_METADATA_KEY, "go on").build())));
        marks.run("failingNode", () -> {
            try {
                graph("failing")
                        .addNode("print", node_async(state -> {
                            throw BROKEN;
                        }))
                        .addEdge(START, "print")
                        .addEdge("print", END)
                        .compile()
                        .invoke(Map.of());
            } catch (RuntimeException e) {
                System.out.println("the same: " + (e == BROKEN || e.getCause() == BROKEN));
            }
        });
    }

    private static CompiledGraph desk() throws Exception {
        return graph("desk")
                .addNode("read", node_async(state -> Map.of("size", state.value("topic", "").length())))
                .addNode("small", node_async(state -> Map.of()))
                .addNode("big", node_async(state -> Map.of("kind", "big")))
                .addNode("count", node_async(state -> Map.of("count", 1)))
                .addNode("shout", node_async(state -> Map.of("shout", state.value("topic").orElseThrow().toString().toUpperCase())))
                .addNode("join", node_async(state -> Map.of("joined", true)))
                .addEdge(START, "read")
                .addConditionalEdges(
                        "read",
                        edge_async(state -> state.value("size", 0) > 100 ? "much" : "little"),
                        Map.of("much", "small", "little", "big"))
                .addEdge("small", END)
                .addEdge("big", "count")
                .addEdge("big", "shout")
                .addEdge("count", "join")
                .addEdge("shout", "join")
                .addEdge("join", END)
                .compile();
    }

    private static StateGraph graph(String name) {
        return new StateGraph(name, () -> {
            Map<String, KeyStrategy> keys = new HashMap<>();
            keys.put("messages", new AppendStrategy());
            for (String key : new String[] {"topic", "size", "kind", "count", "shout", "joined", "answer", "later", "after", "poem"}) {
                keys.put(key, new ReplaceStrategy());
            }
            return keys;
        });
    }

    private static String ask(ChatModel model) {
        return ChatClient.create(model).prompt("hi").call().content();
    }

    private static void print(java.util.Optional<OverAllState> state) {
        System.out.println(new TreeSet<>(state.orElseThrow().data().keySet()).stream().filter(key -> !key.startsWith("_")).toList());
    }
}
