package com.example.langchain4j;

import com.example.provider.Answer;
import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import java.util.List;
import java.util.Map;

/** Agents that hand objects on which are too short for words to tell, or no texts at all. */
public final class Passed {
    public interface Scorer {
        @UserMessage("Score from 0 to 10: {{story}}")
        @Agent(name = "Scorer", outputKey = "score")
        String score(@V("story") String story);
    }

    /** Says the same as the other, and is not asked for it. */
    public interface Rival {
        @UserMessage("How many dragons has {{story}}?")
        @Agent(name = "Rival", outputKey = "dragons")
        String count(@V("story") String story);
    }

    public interface Gate {
        @UserMessage("May a story of score {{score}} be printed?")
        @Agent(name = "Gate", outputKey = "end")
        String decide(@V("score") String score);
    }

    public record Verdict(boolean good, int grade) {
        static final Verdict NONE = new Verdict(false, 0);
    }

    public interface Judge {
        @UserMessage("Judge {{story}}")
        @Agent(name = "Judge", outputKey = "verdict")
        Verdict judge(@V("story") String story);
    }

    /** No model at all. */
    public static final class Desk {
        @Agent(name = "Desk", outputKey = "end")
        public String file(@V("verdict") Verdict verdict) {
            return verdict.good ? "filed" : "thrown away";
        }
    }

    /** Answers with what all have. */
    public static final class First {
        @Agent(name = "First", outputKey = "one")
        public Object one(@V("kind") String kind) {
            return constant(kind);
        }
    }

    public static final class Second {
        @Agent(name = "Second", outputKey = "two")
        public Object two(@V("kind") String kind) {
            return constant(kind);
        }
    }

    /** Is given the second's, and not the first's. */
    public static final class Third {
        @Agent(name = "Third", outputKey = "end")
        public String three(@V("two") Object two) {
            return "seen " + two;
        }
    }

    /** Is given what the application had from the start. */
    public static final class Fourth {
        @Agent(name = "Fourth", outputKey = "end")
        public String four(@V("given") Object given) {
            return "seen " + given;
        }
    }

    private static final List<String> NAMES = List.of("a", "b");

    private Passed() {}

    private static Object constant(String kind) {
        return switch (kind) {
            case "text" -> "yes";
            case "number" -> 7;
            case "truth" -> true;
            case "empty" -> List.of();
            case "record" -> Verdict.NONE;
            default -> NAMES;
        };
    }

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        try (ScriptedProvider provider = ScriptedProvider.start(
                request -> Answer.text(request.lastText().startsWith("Judge") ? "{\"good\":true,\"grade\":8}" : "7"), Faults.NONE, 0)) {
            ChatModel model = OpenAiChatModel.builder().baseUrl(provider.baseUrl()).apiKey("sk-none").modelName("gpt-4o-mini").build();
            Scorer scorer = AgenticServices.agentBuilder(Scorer.class).chatModel(model).build();
            Rival rival = AgenticServices.agentBuilder(Rival.class).chatModel(model).build();
            Gate gate = AgenticServices.agentBuilder(Gate.class).chatModel(model).build();
            Judge judge = AgenticServices.agentBuilder(Judge.class).chatModel(model).build();
            marks.run("short", () -> System.out.println(run(Map.of("story", "x"), scorer, rival, gate)));
            marks.run("record", () -> System.out.println(run(Map.of("story", "x"), judge, new Desk())));
            marks.run("loop", () -> System.out.println(AgenticServices.loopBuilder()
                    .name("Loop")
                    .subAgents(scorer, gate)
                    .maxIterations(2)
                    .outputKey("end")
                    .build()
                    .invoke(Map.of("story", "x"))));
            for (String kind : List.of("text", "number", "truth", "empty", "record", "list")) {
                marks.run("constant-" + kind, () -> System.out.println(run(Map.of("kind", kind), new First(), new Second(), new Third())));
                marks.run("given-" + kind, () -> System.out.println(
                        run(Map.of("kind", kind, "given", constant(kind)), new First(), new Fourth())));
            }
        }
        System.exit(0);
    }

    private static Object run(Map<String, Object> input, Object... agents) {
        return AgenticServices.sequenceBuilder().name("Passed").subAgents(agents).outputKey("end").build().invoke(input);
    }
}
