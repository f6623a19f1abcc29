package dev.clew.plugins.langchain4jtools;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.Operation;
import dev.clew.trace.ToolCall;
import dev.langchain4j.agent.tool.ToolExecutionRequest;

/**
 * A tool as it is run: below {@link ToolHook} it tells the error before the library makes an answer of it; an application that
 * runs its tools by itself, and any version before 1.4, is seen only here.
 */
@Hook(
        type = "dev.langchain4j.service.tool.ToolExecutor",
        subtypes = true,
        method = {"execute", "executeWithContext"},
        params = {"dev.langchain4j.agent.tool.ToolExecutionRequest", "*"},
        owns = Layer.TOOL)
final class ToolExecutorHook {
    private ToolExecutorHook() {}

    @Enter
    static ToolCall enter(@This Object executor, @Arg(0) ToolExecutionRequest request) {
        ToolCall call = request == null || inside(request) != null ? null : Tools.begin(request);
        Tools.madeOf(call, executor);
        return call;
    }

    @Exit
    static void exit(
            @Entered ToolCall call,
            @Arg(0) ToolExecutionRequest request,
            @Returned Object result,
            @Threw Throwable error) {
        if (call != null) {
            Tools.end(call, result, error);
        } else if (error != null && request != null) {
            ToolCall outer = inside(request);
            if (outer != null) {
                outer.failure(Tools.cause(error));
            }
        }
    }

    private static ToolCall inside(ToolExecutionRequest request) {
        return Operation.current() instanceof ToolCall call && call.isFor(request.name(), request.id()) ? call : null;
    }
}
