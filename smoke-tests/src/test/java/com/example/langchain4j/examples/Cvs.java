package com.example.langchain4j.examples;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.scope.ResultWithAgenticScope;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import java.util.Map;

/** The agents of the tutorial: who writes CVs, and who reads them. */
final class Cvs {
    private Cvs() {}

    /** What a reader thinks, from 0 to 1 and in words. */
    public record Review(double score, String feedback) {}

    public interface Author {
        @Agent(description = "Makes a CV of a life", outputKey = "cv")
        @UserMessage("Write a CV from this life: {{life}}")
        String author(@V("life") String life);
    }

    public interface Tailor {
        @Agent(description = "Fits a CV to what is wanted", outputKey = "tailored")
        @SystemMessage("You tailor CVs.")
        @UserMessage("Tailor this CV: {{cv}}\nWanted: {{wanted}}")
        String tailor(@V("cv") String cv, @V("wanted") String wanted);
    }

    public interface Improver {
        @Agent(description = "Improves a CV by a review", outputKey = "cv")
        @UserMessage("Improve this CV: {{cv}}\nThe review: {{review}}")
        String improve(@V("cv") String cv, @V("review") Review review);
    }

    public interface Reviewer {
        @Agent(description = "Reviews a CV", outputKey = "review")
        @SystemMessage("You hire for this job: {{job}}")
        @UserMessage("Review this CV: {{cv}}")
        Review review(@V("cv") String cv, @V("job") String job);
    }

    public interface Personnel {
        @Agent(description = "Reviews for the personnel department", outputKey = "personnelReview")
        @UserMessage("Personnel, review this CV: {{cv}}\nNotes: {{notes}}")
        Review personnel(@V("cv") String cv, @V("notes") String notes);
    }

    public interface Boss {
        @Agent(description = "Reviews for the boss", outputKey = "bossReview")
        @UserMessage("Boss, review this CV: {{cv}}")
        Review boss(@V("cv") String cv);
    }

    public interface Mate {
        @Agent(description = "Reviews for the team", outputKey = "mateReview")
        @UserMessage("Mate, review this CV: {{cv}}")
        Review mate(@V("cv") String cv);
    }

    public interface Organizer {
        @Agent(description = "Organizes interviews", outputKey = "sent")
        @SystemMessage("You organize interviews.")
        @UserMessage("Organize an interview with {{contact}}")
        String organize(@V("contact") String contact);
    }

    public interface Refuser {
        @Agent(description = "Refuses kindly", outputKey = "sent")
        @UserMessage("Refuse {{contact}} kindly")
        String refuse(@V("contact") String contact);
    }

    public interface Asker {
        @Agent(description = "Asks for what is missing", outputKey = "asked")
        @UserMessage("Ask {{contact}} for what is missing")
        String ask(@V("contact") String contact);
    }

    public interface Proposer {
        @Agent(description = "Proposes a time to meet", outputKey = "proposal")
        @SystemMessage("You schedule: {{topic}}")
        @UserMessage("The candidate said: {{answer}}")
        String propose(@MemoryId String candidate, @V("topic") String topic, @V("answer") String answer);
    }

    public interface Decision {
        @Agent(description = "Proposes what to do", outputKey = "proposal")
        @UserMessage("What do we do after this review: {{review}}")
        String decide(@V("review") Review review);
    }

    /** No agent of a workflow: asked by the condition that ends a loop. */
    public interface Agreed {
        @UserMessage("Proposed: {{proposal}}\nAnswered: {{answer}}\nDo they agree?")
        boolean agreed(@V("proposal") String proposal, @V("answer") String answer);
    }

    /** A sequence with a type of its own. */
    public interface Maker {
        @Agent
        ResultWithAgenticScope<Map<String, String>> make(@V("life") String life, @V("wanted") String wanted);
    }
}
