package com.example.langchain4j;

import static com.example.langchain4j.Scripted.call;
import static com.example.langchain4j.Scripted.toolsThen;

import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.scope.AgenticScope;
import dev.langchain4j.agentic.supervisor.SupervisorResponseStrategy;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Workflows before 1.10, whose builders had other words: they are told by what they are called. */
public final class Older {
    private static final ChatModel ECHO = new Scripted(request -> AiMessage.from("<" + Workflows.lastText(request) + ">"));

    private Older() {}

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        marks.run("sequence", () -> say(built(AgenticServices.sequenceBuilder(), "Sequence", "story",
                writer(ECHO), editor(ECHO), new Workflows.Stamp()), Map.of("topic", "dragons")));
        marks.run("tools", () -> say(
                built(AgenticServices.sequenceBuilder(), "Tools", "story", agent(AgenticServices.agentBuilder(Workflows.Writer.class)
                        .chatModel(new Scripted(toolsThen("It is 3.", call("c1", "add", "{\"a\":1,\"b\":2}"))))
                        .tools(new Toolbox()), "story")),
                Map.of("topic", "dragons")));
        marks.run("nested", () -> say(
                built(AgenticServices.sequenceBuilder(), "Outer", "verdict", writer(ECHO), together()), Map.of("topic", "dragons")));
        marks.run("loop", () -> {
            AtomicInteger rounds = new AtomicInteger();
            Predicate<AgenticScope> twice = scope -> rounds.incrementAndGet() == 2;
            Object loop = set(AgenticServices.loopBuilder(), "maxIterations", 5);
            say(built(set(loop, "exitCondition", twice), "Loop", "story", editor(ECHO)), Map.of("story", "x"));
        });
        marks.run("supervisor", Older::supervisor);
        marks.run("error", () -> {
            IllegalArgumentException mine = new IllegalArgumentException("no such model");
            try {
                say(built(AgenticServices.sequenceBuilder(), "Broken", "story", writer(new Scripted(request -> {
                    throw mine;
                }))), Map.of("topic", "dragons"));
            } catch (RuntimeException e) {
                Throwable root = e;
                while (root.getCause() != null) {
                    root = root.getCause();
                }
                System.out.println("the same: " + (root == mine));
            }
        });
        System.exit(0);
    }

    private static void supervisor() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        ChatModel planner = new Scripted(request -> AiMessage.from(
                turn.getAndIncrement() == 0
                        ? "{\"agentName\":\"" + Workflows.idOf("Writer", request) + "\",\"arguments\":{\"topic\":\"dragons\"}}"
                        : "{\"agentName\":\"done\",\"arguments\":{\"response\":\"all done\"}}"));
        Object builder = AgenticServices.supervisorBuilder()
                .chatModel(planner)
                .responseStrategy(SupervisorResponseStrategy.LAST);
        Object boss = built(builder, "Boss", null, writer(ECHO));
        System.out.println(set(boss, "invoke", "A story about dragons"));
    }

    /** Both are at work at the same time. */
    private static Object together() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        ChatModel model = new Scripted(request -> {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return AiMessage.from("met");
        });
        return built(AgenticServices.parallelBuilder(), "Together", "verdict", editor(model), critic(model));
    }

    private static Object writer(ChatModel model) throws Exception {
        return agent(AgenticServices.agentBuilder(Workflows.Writer.class).chatModel(model), "story");
    }

    private static Object editor(ChatModel model) throws Exception {
        return agent(AgenticServices.agentBuilder(Workflows.Editor.class).chatModel(model), "story");
    }

    private static Object critic(ChatModel model) throws Exception {
        return agent(AgenticServices.agentBuilder(Workflows.Critic.class).chatModel(model), "verdict");
    }

    private static Object agent(Object builder, String output) throws Exception {
        return set(output(builder, output), "build");
    }

    private static Object built(Object builder, String name, String output, Object... agents) throws Exception {
        Object named = has(builder, "name") ? set(builder, "name", name) : builder;
        return set(set(output(named, output), "subAgents", (Object) agents), "build");
    }

    private static Object output(Object builder, String output) throws Exception {
        return output == null ? builder : set(builder, has(builder, "outputKey") ? "outputKey" : "outputName", output);
    }

    private static boolean has(Object builder, String method) {
        for (Method each : builder.getClass().getMethods()) {
            if (each.getName().equals(method)) {
                return true;
            }
        }
        return false;
    }

    private static void say(Object workflow, Map<String, Object> input) throws Exception {
        System.out.println(set(workflow, "invoke", input));
    }

    private static Object set(Object target, String method, Object... args) throws Exception {
        for (Method each : target.getClass().getMethods()) {
            Class<?>[] types = each.getParameterTypes();
            boolean fits = each.getName().equals(method) && types.length == args.length;
            for (int i = 0; fits && i < types.length; i++) {
                fits = types[i].isPrimitive() || types[i].isInstance(args[i]);
            }
            if (fits) {
                each.setAccessible(true);
                try {
                    return each.invoke(target, args);
                } catch (InvocationTargetException e) {
                    if (e.getCause() instanceof RuntimeException thrown) {
                        throw thrown;
                    }
                    throw e;
                }
            }
        }
        throw new NoSuchMethodException(target.getClass() + "." + method);
    }
}
