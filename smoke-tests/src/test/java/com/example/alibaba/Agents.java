package com.example.alibaba;

import com.alibaba.cloud.ai.graph.NodeOutput;
import com.alibaba.cloud.ai.graph.RunnableConfig;
import com.alibaba.cloud.ai.graph.action.InterruptionMetadata;
import com.alibaba.cloud.ai.graph.action.InterruptionMetadata.ToolFeedback;
import com.alibaba.cloud.ai.graph.action.InterruptionMetadata.ToolFeedback.FeedbackResult;
import com.alibaba.cloud.ai.graph.agent.AgentTool;
import com.alibaba.cloud.ai.graph.agent.Builder;
import com.alibaba.cloud.ai.graph.agent.ReactAgent;
import com.alibaba.cloud.ai.graph.agent.hook.hip.HumanInTheLoopHook;
import com.alibaba.cloud.ai.graph.checkpoint.savers.MemorySaver;
import com.example.langchain4j.Marks;
import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import com.example.springai.OpenAi;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Agents, alone and together, as an application uses them. */
public final class Agents {
    static {
        // Spring Boot's logging would write to stdout
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private static final ToolCallback[] TOOLS = ToolCallbacks.from(new Tools());

    private Agents() {}

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        try (ScriptedProvider provider = ScriptedProvider.start(Model::answer, Faults.NONE, 0)) {
            ChatModel model = OpenAi.model(provider);
            alone(marks, model);
            human(marks, model);
            Flows.main(marks, model);
            Graphs.main(marks, model);
        }
        try (ScriptedProvider provider = ScriptedProvider.start(Model::answer, Faults.failFirst(100, 400), 0)) {
            ChatModel model = OpenAi.model(provider);
            marks.run("refused", () -> System.out.println(sums(model).build().call("hi").getText().startsWith("Exception")));
            marks.run("streamRefused", () -> System.out.println(sums(model).build().stream("hi")
                    .map(output -> "an item")
                    .onErrorResume(e -> Flux.just("an error"))
                    .blockLast()));
        }
        System.exit(0);
    }

    private static void alone(Marks marks, ChatModel model) throws Exception {
        marks.run("agent", () -> System.out.println(sums(model).build().call("What is 1 + 2?").getText()));
        marks.run("twoRounds", () -> System.out.println(sums(model).build().call("What is 1 + 2, twice?").getText()));
        marks.run("stream", () -> System.out.println(
                sums(model).build().stream("What is 1 + 2?").filter(NodeOutput::isEND).count().block()));
        marks.run("streamElsewhere", () -> {
            Flux<NodeOutput> outputs = sums(model).build().stream("What is 1 + 2?");
            CountDownLatch done = new CountDownLatch(1);
            new Thread(() -> outputs.publishOn(Schedulers.parallel())
                            .subscribe(output -> {}, error -> done.countDown(), done::countDown))
                    .start();
            System.out.println(done.await(1, TimeUnit.MINUTES));
        });
        marks.run("streamCancelled", () -> System.out.println(sums(model).build().stream("hi").next().block().isSTART()));
        marks.run("streamStopped", () -> System.out.println(
                agent(new Endless(), "endless", "You talk.").build().stream("hi")
                        .filter(output -> output.node().equals("_AGENT_MODEL_")).next().block().node()));
        marks.run("toolsAtOnce", () -> {
            Builder builder = agent(model, "meeting", "You help.").tools(List.of(TOOLS));
            for (Method method : Builder.class.getMethods()) {
                if (method.getName().equals("parallelToolExecution")) { // since 1.1.2
                    method.invoke(builder, true);
                    System.out.println(builder.build().call("Both meet").getText());
                }
            }
        });
        marks.run("streamNever", () -> sums(model).build().stream("never"));
        marks.run("failingTool", () -> System.out.println(sums(model).build().call("Save it").getText()));
        marks.run("unknownTool", () -> System.out.println(sums(model).build().call("Fly").getText()));
        marks.run("agentAsTool", () -> System.out.println(agent(model, "asker", "You ask.")
                .tools(AgentTool.getFunctionToolCallback(agent(model, "expert", "You know all.").build()))
                .build()
                .call("Ask the expert")
                .getText()));
        marks.run("twoAtOnce", () -> {
            Thread[] threads = new Thread[2];
            for (int i = 0; i < 2; i++) {
                threads[i] = new Thread(() -> {
                    try {
                        sums(model).build().call("Meet");
                    } catch (Exception e) {
                        System.out.println("threw " + e);
                    }
                });
                threads[i].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        });
    }

    private static void human(Marks marks, ChatModel model) throws Exception {
        ReactAgent careful = sums(model)
                .hooks(HumanInTheLoopHook.builder().approvalOn("add", "Sums are dangerous.").build())
                .saver(new MemorySaver())
                .build();
        InterruptionMetadata[] asked = new InterruptionMetadata[1];
        marks.run("interrupted", () -> {
            asked[0] = (InterruptionMetadata) careful.invokeAndGetOutput(
                    "What is 1 + 2?", RunnableConfig.builder().threadId("approval-1").build()).orElseThrow();
            System.out.println(asked[0].toolFeedbacks().get(0).getName());
        });
        marks.run("resumed", () -> {
            InterruptionMetadata.Builder answer = InterruptionMetadata.builder().nodeId(asked[0].node()).state(asked[0].state());
            for (ToolFeedback tool : asked[0].toolFeedbacks()) {
                answer.addToolFeedback(ToolFeedback.builder(tool).result(FeedbackResult.APPROVED).build());
            }
            careful.invokeAndGetOutput("", RunnableConfig.builder()
                    .threadId("approval-1")
                    .addMetadata(RunnableConfig.HUMAN_FEEDBACK_METADATA_KEY, answer.build())
                    .build());
        });
    }

    static Builder sums(ChatModel model) {
        return agent(model, "sums", "You help.").tools(List.of(TOOLS));
    }

    static Builder agent(ChatModel model, String name, String system) {
        return ReactAgent.builder().name(name).description("Is called " + name).model(model).systemPrompt(system);
    }
}
