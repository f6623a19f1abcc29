package dev.clew.plugins.langchain4jtypes;

import dev.clew.trace.AgentRun;
import dev.langchain4j.agentic.workflow.HumanInTheLoop;
import java.util.Map;
import java.util.function.Supplier;

/** A person is asked, and answers: time that no machine has spent. Events of the agent that asks. */
public final class Persons {
    private record Answer(String text) implements Supplier<Map<String, String>> {
        @Override
        public Map<String, String> get() {
            return text == null ? Map.of() : Map.of("answer", text);
        }
    }

    private Persons() {}

    /** Where this agent stands for a person, declared or built. */
    public static void asked(AgentRun run, Object agent) {
        if (agent instanceof HumanInTheLoop) {
            run.event("clew.human.asked", new Answer(null));
        }
    }

    /** As {@link #asked}, when the answer is there. */
    public static void answered(AgentRun run, Object agent, Object answer) {
        if (agent instanceof HumanInTheLoop) {
            run.event("clew.human.answered", new Answer(Values.plain(answer)));
        }
    }
}
