package dev.clew.plugins.langchain4jtools;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.trace.ToolCall;
import dev.langchain4j.agent.tool.ToolExecutionRequest;

/** A tool that AiServices run for a model, since 1.4; lambdas too, which no hook on {@code ToolExecutor} would see. */
@Hook(type = "dev.langchain4j.service.tool.ToolService", method = "executeWithErrorHandling", owns = Layer.TOOL)
final class ToolHook {
    private ToolHook() {}

    @Enter
    static ToolCall enter(@Arg(0) ToolExecutionRequest request, @Arg(1) Object executor) {
        ToolCall call = Tools.begin(request);
        Tools.madeOf(call, executor);
        return call;
    }

    @Exit
    static void exit(@Entered ToolCall call, @Returned Object result, @Threw Throwable error) {
        Tools.end(call, result, error);
    }
}
