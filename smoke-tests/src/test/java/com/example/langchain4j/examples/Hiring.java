package com.example.langchain4j.examples;

import static com.example.langchain4j.examples.Tutorial.agent;

import com.example.langchain4j.examples.Cvs.Asker;
import com.example.langchain4j.examples.Cvs.Author;
import com.example.langchain4j.examples.Cvs.Boss;
import com.example.langchain4j.examples.Cvs.Organizer;
import com.example.langchain4j.examples.Cvs.Personnel;
import com.example.langchain4j.examples.Cvs.Refuser;
import com.example.langchain4j.examples.Cvs.Review;
import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.scope.AgenticScope;
import dev.langchain4j.agentic.supervisor.SupervisorAgent;
import dev.langchain4j.agentic.supervisor.SupervisorContextStrategy;
import dev.langchain4j.agentic.supervisor.SupervisorResponseStrategy;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.V;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Who is sent what, workflows in workflows, agents without a model, a supervisor. */
final class Hiring {
    private final Examples examples;

    Hiring(Examples examples) {
        this.examples = examples;
    }

    void run() throws IOException, InterruptedException {
        examples.marks().run("conditional", () -> conditional(examples.model("conditional")));
        examples.marks().run("composed", () -> composed(examples.model("composed")));
        examples.marks().run("plainAgents", () -> plainAgents(examples.model("plainAgents")));
        examples.marks().run("supervisor", () -> supervisor(examples.model("supervisor")));
    }

    private static Organizer organizer(ChatModel model) {
        return AgenticServices.agentBuilder(Organizer.class).chatModel(model).tools(new Office()).build();
    }

    /** The office has two branches that both apply, of which nobody waits for one. */
    private static void conditional(ChatModel model) {
        Asker asker = AgenticServices.agentBuilder(Asker.class).chatModel(model).tools(new Office()).async(true).build();
        UntypedAgent responder = AgenticServices.conditionalBuilder()
                .name("Responder")
                .subAgents(scope -> review(scope, "review").score() >= 0.8, agent(Boss.class, model))
                .subAgents(scope -> review(scope, "review").score() < 0.8, agent(Refuser.class, model))
                .subAgents(scope -> review(scope, "review").feedback().contains("missing"), asker)
                .output(scope -> review(scope, "bossReview").feedback() + " " + scope.readState("asked", ""))
                .build();
        System.out.println(responder.invoke(Map.of(
                "cv", "Ada, programmer", "contact", "ada@example.com", "review", new Review(0.85, "missing: a permit"))));
    }

    private static Review review(AgenticScope scope, String key) {
        return (Review) scope.readState(key);
    }

    private static void composed(ChatModel model) {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        UntypedAgent deciding = AgenticServices.conditionalBuilder()
                .name("Deciding")
                .subAgents(scope -> review(scope, "combined").score() >= 0.8, organizer(model))
                .subAgents(scope -> review(scope, "combined").score() < 0.8, agent(Refuser.class, model))
                .build();
        UntypedAgent all = AgenticServices.sequenceBuilder()
                .name("All")
                .subAgents(agent(Author.class, model), Tutorial.improving(model), Tutorial.readers(model, threads), deciding)
                .outputKey("sent")
                .build();
        System.out.println(all.invoke(Map.of(
                "life", "Ada wrote the first program.", "job", "a programmer", "notes", "pleasant", "contact", "ada@example.com")));
        threads.shutdown();
    }

    /** Counts, and asks no model. */
    public static final class Percent {
        @Agent(description = "Says it in percent", outputKey = "percent")
        public double percent(@V("combined") Review review) {
            return review.score() * 100;
        }
    }

    /** Answers nothing. */
    public static final class Status {
        @Agent(description = "Tells the status")
        public void status(@V("combined") Review review) {
            System.out.println(review.score() >= 0.8 ? "invited" : "refused");
        }
    }

    private static void plainAgents(ChatModel model) {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        UntypedAgent all = AgenticServices.sequenceBuilder()
                .name("Plain")
                .subAgents(
                        Tutorial.readers(model, threads),
                        new Percent(),
                        new Status(),
                        AgenticServices.agentAction(scope -> scope.writeState("said", "about " + scope.readState("percent"))))
                .outputKey("said")
                .build();
        System.out.println(all.invoke(Map.of("cv", "Ada, programmer", "notes", "pleasant")));
        threads.shutdown();
    }

    private static void supervisor(ChatModel model) {
        SupervisorAgent supervisor = AgenticServices.supervisorBuilder()
                .name("Supervisor")
                .chatModel(model)
                .subAgents(agent(Personnel.class, model), agent(Boss.class, model), organizer(model))
                .contextGenerationStrategy(SupervisorContextStrategy.CHAT_MEMORY_AND_SUMMARIZATION)
                .responseStrategy(SupervisorResponseStrategy.SUMMARY)
                .supervisorContext("Ask everyone who reviews.")
                .build();
        System.out.println(supervisor.invoke("Judge Ada, programmer, ada@example.com, notes: pleasant"));
    }
}
