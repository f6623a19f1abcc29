package dev.clew.plugins.langchain4jmcp;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.ToolCall;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.mcp.client.McpClient;

/** As {@link ExecuteToolHook}, since 1.13. */
@Hook(
        type = "dev.langchain4j.mcp.client.McpClient",
        subtypes = true,
        method = "executeTool",
        params = {"dev.langchain4j.agent.tool.ToolExecutionRequest", "*"},
        owns = Layer.TOOL)
final class ExecuteToolInContextHook {
    private ExecuteToolInContextHook() {}

    @Enter
    static ToolCall enter(@This McpClient client, @Arg(0) ToolExecutionRequest request) {
        return ExecuteToolHook.enter(client, request);
    }

    @Exit
    static void exit(@Entered ToolCall call, @Returned Object result, @Threw Throwable error) {
        ExecuteToolHook.exit(call, result, error);
    }
}
