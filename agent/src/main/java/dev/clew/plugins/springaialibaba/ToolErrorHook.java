package dev.clew.plugins.springaialibaba;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.trace.Operation;
import dev.clew.trace.ToolCall;
import org.springframework.ai.tool.execution.ToolExecutionException;

/** What a tool threw is about to become an answer for the model, while its call is still open. */
@Hook(
        type = "org.springframework.ai.tool.execution.ToolExecutionExceptionProcessor",
        subtypes = true,
        method = "process",
        params = "org.springframework.ai.tool.execution.ToolExecutionException",
        returns = "java.lang.String")
final class ToolErrorHook {
    private ToolErrorHook() {}

    @Enter
    static Object enter(@Arg(0) ToolExecutionException error) {
        if (error != null
                && Operation.current() instanceof ToolCall call
                && call.isOpen()
                && call.isFor(error.getToolDefinition().name())) {
            call.failure(error.getCause() == null ? error : error.getCause());
        }
        return null;
    }
}
