package com.example.alibaba;

import com.alibaba.cloud.ai.graph.OverAllState;
import com.alibaba.cloud.ai.graph.agent.Agent;
import com.alibaba.cloud.ai.graph.agent.ReactAgent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.FlowAgent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.LlmRoutingAgent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.LoopAgent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.ParallelAgent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.SequentialAgent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.SupervisorAgent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.loop.LoopMode;
import com.example.langchain4j.Marks;
import java.lang.reflect.Method;
import java.util.List;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.model.ChatModel;

/** Several agents. */
final class Flows {
    private Flows() {}

    static void main(Marks marks, ChatModel model) throws Exception {
        marks.run("sequential", () -> print(sequence(model, "sequence")));
        marks.run("streamSequential", () -> System.out.println(
                sequence(model, "sequence").stream("Go").filter(output -> output.isEND()).count().block() > 0));
        marks.run("parallel", () -> print(parallel(model)));
        marks.run("nested", () -> print(SequentialAgent.builder().name("outer").description("Both")
                .subAgents(List.of(sequence(model, "inner"), writer(model, "editor", "edited"))).build()));
        marks.run("loop", () -> print(loop(model)));
        marks.run("routing", () -> print(LlmRoutingAgent.builder().name("router").description("Knows who").model(model)
                .subAgents(both(model)).build()));
        marks.run("routingBoth", () -> print(LlmRoutingAgent.builder().name("router").description("Knows who").model(model)
                .systemPrompt("task routing to both").subAgents(both(model)).build()));
        marks.run("supervisor", () -> Supervised.main(model));
        marks.run("streamParallel", () -> System.out.println(
                parallel(model).stream("Go").filter(output -> output.isEND()).count().block() > 0));
        marks.run("streamLoop", () -> System.out.println(
                loop(model).stream("Go").filter(output -> output.isEND()).count().block() > 0));
    }

    /** Apart, since not every version has it. */
    private static final class Supervised {
        static void main(ChatModel model) throws Exception {
            var boss = SupervisorAgent.builder().name("boss").description("Knows better").model(model).subAgents(both(model));
            for (Method method : boss.getClass().getMethods()) {
                if (method.getName().equals("mainAgent")) { // since 1.1.2
                    method.invoke(boss, Agents.agent(model, "head", "You lead.").build());
                }
            }
            print(boss.build());
        }
    }

    private static SequentialAgent sequence(ChatModel model, String name) throws Exception {
        return SequentialAgent.builder().name(name).description("One, two").subAgents(both(model)).build();
    }

    private static LoopAgent loop(ChatModel model) throws Exception {
        return LoopAgent.builder().name("again").description("Twice")
                .subAgent(writer(model, "writer", "poem")).loopStrategy(LoopMode.count(2)).build();
    }

    private static ParallelAgent parallel(ChatModel model) throws Exception {
        return ParallelAgent.builder().name("parallel").description("Both").mergeOutputKey("merged").subAgents(both(model)).build();
    }

    static List<Agent> both(ChatModel model) throws Exception {
        return List.of(writer(model, "writer", "poem"),
                Agents.agent(model, "reviewer", "You review.").instruction("Review {input}.").outputKey("review").build());
    }

    private static ReactAgent writer(ChatModel model, String name, String outputKey) throws Exception {
        return Agents.agent(model, name, "You write.").instruction("Write about {input}.").outputKey(outputKey).build();
    }

    private static void print(FlowAgent agent) throws Exception {
        OverAllState state = agent.invoke("Go").orElseThrow();
        for (String key : List.of("poem", "review", "edited")) {
            Object value = state.value(key).orElse(null);
            System.out.println(key + ": " + (value instanceof Message message ? message.getText() : value == null ? null : "there"));
        }
    }
}
