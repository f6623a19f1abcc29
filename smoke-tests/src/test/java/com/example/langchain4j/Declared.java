package com.example.langchain4j;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.agent.ErrorContext;
import dev.langchain4j.agentic.agent.ErrorRecoveryResult;
import dev.langchain4j.agentic.declarative.ErrorHandler;
import dev.langchain4j.agentic.declarative.ExitCondition;
import dev.langchain4j.agentic.declarative.HumanInTheLoop;
import dev.langchain4j.agentic.declarative.LoopAgent;
import dev.langchain4j.agentic.declarative.SequenceAgent;
import dev.langchain4j.agentic.planner.Action;
import dev.langchain4j.agentic.planner.AgentInstance;
import dev.langchain4j.agentic.planner.InitPlanningContext;
import dev.langchain4j.agentic.planner.Planner;
import dev.langchain4j.agentic.planner.PlanningContext;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Workflows declared by annotations, planners of the application's own, persons and errors. */
public final class Declared {
    /** A person, asked by a method of the application. */
    public interface Reader {
        @HumanInTheLoop(name = "Reader", description = "Asks the reader", outputKey = "opinion")
        static String ask(@V("story") String story) {
            return "I like " + story;
        }
    }

    /** The same, while others go on. */
    public interface SlowReader {
        @HumanInTheLoop(name = "SlowReader", description = "Asks the reader", outputKey = "opinion", async = true)
        static String ask(@V("story") String story) {
            return "At last: " + story;
        }
    }

    public interface Publishing {
        @SequenceAgent(name = "Publishing", outputKey = "opinion", subAgents = {Workflows.Writer.class, Reader.class})
        String publish(@V("topic") String topic);
    }

    public interface Waiting {
        @SequenceAgent(
                name = "Waiting",
                outputKey = "opinion",
                subAgents = {Workflows.Writer.class, SlowReader.class, Workflows.Critic.class})
        String publish(@V("topic") String topic);
    }

    public interface Polishing {
        @LoopAgent(name = "Polishing", outputKey = "story", maxIterations = 4, subAgents = Workflows.Editor.class)
        String polish(@V("story") String story);

        @ExitCondition
        static boolean done(@V("story") String story) {
            return story.startsWith("<Edit <Edit");
        }
    }

    public interface Careful {
        @SequenceAgent(name = "Careful", outputKey = "story", subAgents = {Workflows.Writer.class, Workflows.Editor.class})
        String careful(@V("topic") String topic);

        @ErrorHandler
        static ErrorRecoveryResult handle(ErrorContext context) {
            if (!context.agentName().equals("Writer")) {
                return ErrorRecoveryResult.throwException();
            }
            context.agenticScope().writeState("topic", "birds");
            return ErrorRecoveryResult.retry();
        }
    }

    /** Asks whoever has asked nobody yet, in the order of their names. */
    public static final class ByName implements Planner {
        private List<AgentInstance> agents;
        private final AtomicInteger next = new AtomicInteger();

        @Override
        public void init(InitPlanningContext context) {
            agents = context.subagents().stream()
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        }

        @Override
        public Action nextAction(PlanningContext context) {
            int i = next.getAndIncrement();
            return i < agents.size() ? call(agents.get(i)) : done("asked " + i);
        }
    }

    public interface Verdict {
        @UserMessage("Judge {{item}}")
        @Agent(name = "Verdict", description = "Judges one")
        String verdict(@V("item") String item);
    }

    private Declared() {}

    public static void main(String[] args) throws Exception {
        ChatModel echo = new Scripted(request -> AiMessage.from("<" + Workflows.lastText(request) + ">"));
        Marks marks = new Marks(args[0]);
        marks.run("person", () -> System.out.println(
                AgenticServices.createAgenticSystem(Publishing.class, echo).publish("dragons")));
        marks.run("slowPerson", () -> System.out.println(
                AgenticServices.createAgenticSystem(Waiting.class, echo).publish("dragons")));
        marks.run("loop", () -> System.out.println(AgenticServices.createAgenticSystem(Polishing.class, echo).polish("x")));
        marks.run("planner", () -> {
            UntypedAgent planned = AgenticServices.plannerBuilder()
                    .name("Planned")
                    .planner(ByName::new)
                    .subAgents(Workflows.editor(echo), Workflows.critic(echo))
                    .build();
            System.out.println(planned.invoke(Map.of("story", "x")));
        });
        marks.run("mended", () -> System.out.println(AgenticServices.createAgenticSystem(Careful.class, new Scripted(request -> {
            if (Workflows.lastText(request).contains("dragons")) {
                throw new IllegalStateException("no dragons");
            }
            return AiMessage.from("<" + Workflows.lastText(request) + ">");
        })).careful("dragons")));
        marks.run("each", () -> {
            UntypedAgent each = AgenticServices.parallelMapperBuilder()
                    .name("Each")
                    .subAgents(AgenticServices.agentBuilder(Verdict.class).chatModel(echo).build())
                    .itemsProvider("items")
                    .outputKey("verdicts")
                    .build();
            System.out.println(each.invoke(Map.of("items", List.of("one", "two", "three"))));
        });
        System.exit(0);
    }
}
