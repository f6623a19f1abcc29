package dev.clew.plugins.langchain4jtools;

import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Threw;
import dev.clew.trace.Operation;
import dev.clew.trace.ToolCall;
import java.lang.reflect.InvocationTargetException;

/**
 * The tool's own method: an executor may make an answer of what it throws and tell nobody. An access that was refused is not
 * an error of the tool, and is tried again.
 */
@Hook(type = "dev.langchain4j.service.tool.DefaultToolExecutor", method = "execute", params = "*")
final class ToolMethodHook {
    private ToolMethodHook() {}

    @Exit
    static void exit(@Threw Throwable error) {
        if (error instanceof InvocationTargetException && Operation.current() instanceof ToolCall call) {
            call.failure(error.getCause());
        }
    }
}
