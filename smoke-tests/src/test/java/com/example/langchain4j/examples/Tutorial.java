package com.example.langchain4j.examples;

import com.example.langchain4j.examples.Cvs.Agreed;
import com.example.langchain4j.examples.Cvs.Author;
import com.example.langchain4j.examples.Cvs.Boss;
import com.example.langchain4j.examples.Cvs.Decision;
import com.example.langchain4j.examples.Cvs.Improver;
import com.example.langchain4j.examples.Cvs.Maker;
import com.example.langchain4j.examples.Cvs.Mate;
import com.example.langchain4j.examples.Cvs.Personnel;
import com.example.langchain4j.examples.Cvs.Proposer;
import com.example.langchain4j.examples.Cvs.Review;
import com.example.langchain4j.examples.Cvs.Reviewer;
import com.example.langchain4j.examples.Cvs.Tailor;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.scope.AgenticScope;
import dev.langchain4j.agentic.workflow.HumanInTheLoop;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sequence, loop with a score, parallel readers, a person who decides, a chat with a person. */
final class Tutorial {
    private static final String LIFE = "Ada wrote the first program and likes horses.";
    private static final String JOB = "We look for someone who writes programs.";

    private final Examples examples;

    Tutorial(Examples examples) {
        this.examples = examples;
    }

    void run() throws IOException, InterruptedException {
        examples.marks().run("sequence", () -> sequence(examples.model("sequence")));
        examples.marks().run("loop", () -> loop(examples.model("loop")));
        examples.marks().run("parallel", () -> parallel(examples.model("parallel")));
        examples.marks().run("human", () -> human(examples.model("human")));
        examples.marks().run("humanChat", () -> humanChat(examples.model("humanChat")));
    }

    static <T> T agent(Class<T> type, ChatModel model) {
        return AgenticServices.agentBuilder(type).chatModel(model).build();
    }

    private static void sequence(ChatModel model) {
        Maker maker = AgenticServices.sequenceBuilder(Maker.class)
                .subAgents(agent(Author.class, model), agent(Tailor.class, model))
                .outputKey("both")
                .output(scope -> Map.of("cv", scope.readState("cv", ""), "tailored", scope.readState("tailored", "")))
                .build();
        Map<String, String> both = maker.make(LIFE, JOB).result();
        System.out.println(both.get("cv") + " / " + both.get("tailored"));
    }

    static UntypedAgent improving(ChatModel model) {
        return AgenticServices.loopBuilder()
                .name("Improving")
                .subAgents(agent(Reviewer.class, model), agent(Improver.class, model))
                .outputKey("cv")
                .exitCondition(scope -> {
                    Review review = (Review) scope.readState("review");
                    System.out.println("score " + review.score());
                    return review.score() > 0.8;
                })
                .maxIterations(3)
                .build();
    }

    private static void loop(ChatModel model) {
        System.out.println(improving(model).invoke(Map.of("cv", "Ada, programmer", "job", JOB)));
    }

    /** Three who read at the same time, on threads of the application. */
    static UntypedAgent readers(ChatModel model, ExecutorService threads) {
        return AgenticServices.parallelBuilder()
                .name("Readers")
                .subAgents(agent(Personnel.class, model), agent(Boss.class, model), agent(Mate.class, model))
                .executor(threads)
                .outputKey("combined")
                .output(Tutorial::mean)
                .build();
    }

    private static Review mean(AgenticScope scope) {
        double sum = 0;
        for (String key : new String[] {"personnelReview", "bossReview", "mateReview"}) {
            sum += ((Review) scope.readState(key)).score();
        }
        return new Review(Math.round(sum / 3 * 100) / 100.0, "together");
    }

    private static void parallel(ChatModel model) {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        System.out.println(readers(model, threads).invoke(Map.of("cv", "Ada, programmer", "notes", "pleasant")));
        threads.shutdown();
    }

    private static void human(ChatModel model) {
        HumanInTheLoop person = AgenticServices.humanInTheLoopBuilder()
                .description("confirms what is proposed")
                .outputKey("decision")
                .responseProvider(scope -> {
                    System.out.println("proposed: " + scope.readState("proposal"));
                    return "invite";
                })
                .build();
        UntypedAgent workflow = AgenticServices.sequenceBuilder()
                .name("Deciding")
                .subAgents(agent(Decision.class, model), person)
                .outputKey("decision")
                .build();
        System.out.println(workflow.invoke(Map.of("review", new Review(0.85, "strong"))));
    }

    private static void humanChat(ChatModel model) {
        Proposer proposer = AgenticServices.agentBuilder(Proposer.class)
                .chatModel(model)
                .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(15))
                .build();
        HumanInTheLoop candidate = AgenticServices.humanInTheLoopBuilder()
                .description("asks the candidate")
                .outputKey("answer")
                .responseProvider(scope -> scope.readState("proposal", "").contains("Tuesday") ? "Fine." : "Monday is bad.")
                .async(true)
                .build();
        Agreed agreed = AiServices.create(Agreed.class, model);
        UntypedAgent turn = AgenticServices.sequenceBuilder().name("Turn").subAgents(proposer, candidate).build();
        UntypedAgent scheduling = AgenticServices.loopBuilder()
                .name("Scheduling")
                .subAgents(turn)
                .exitCondition(scope -> agreed.agreed(scope.readState("proposal", ""), scope.readState("answer", "")))
                .outputKey("proposal")
                .maxIterations(5)
                .build();
        System.out.println(scheduling.invoke(Map.of("topic", "a visit", "answer", "hi", "candidate", "ada")));
    }
}
