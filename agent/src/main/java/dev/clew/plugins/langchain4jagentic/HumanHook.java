package dev.clew.plugins.langchain4jagentic;

import dev.clew.hook.Enter;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.trace.AgentRun;
import java.util.Map;
import java.util.function.Supplier;

/** A person is asked, and answers: time that no machine has spent. Events of the agent that asks. */
@Hook(
        type = "dev.langchain4j.agentic.workflow.HumanInTheLoop",
        method = "askUser",
        params = "*")
final class HumanHook {
    private record Answer(String text) implements Supplier<Map<String, String>> {
        @Override
        public Map<String, String> get() {
            return text == null ? Map.of() : Map.of("answer", text);
        }
    }

    private HumanHook() {}

    @Enter
    static Object enter() {
        AgentRun agent = AgentRun.owner();
        if (agent != null) {
            agent.event("clew.human.asked", new Answer(null));
        }
        return null;
    }

    @Exit
    static void exit(@Returned Object answer, @Threw Throwable error) {
        AgentRun agent = error == null ? AgentRun.owner() : null;
        if (agent != null) {
            agent.event("clew.human.answered", new Answer(Values.plain(answer)));
        }
    }
}
