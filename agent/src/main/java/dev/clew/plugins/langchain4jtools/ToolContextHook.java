package dev.clew.plugins.langchain4jtools;

import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.trace.AgentRun;
import dev.clew.trace.Operation;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolServiceContext;
import java.util.Map;

/** The tools that an agent has for this run, before a model is told of them. */
@Hook(type = "dev.langchain4j.service.tool.ToolService", method = "createContext")
final class ToolContextHook {
    private ToolContextHook() {}

    @Exit
    static void exit(@Returned Object returned) {
        if (Operation.current() instanceof AgentRun run && returned instanceof ToolServiceContext context) {
            Map<String, ToolExecutor> executors = context.toolExecutors();
            if (executors != null && !executors.isEmpty()) {
                run.toolsMadeOf(Tools.makers(executors));
            }
        }
    }
}
