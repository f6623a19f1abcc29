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
import dev.clew.trace.Operation;
import dev.clew.trace.ToolCall;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.service.tool.ToolExecutionResult;
import java.util.function.Supplier;

/** A tool of an MCP server is run; with an invocation's context, since 1.13, see {@link ExecuteToolInContextHook}. */
@Hook(
        type = "dev.langchain4j.mcp.client.McpClient",
        subtypes = true,
        method = "executeTool",
        params = "dev.langchain4j.agent.tool.ToolExecutionRequest",
        owns = Layer.TOOL)
final class ExecuteToolHook {
    private record Text(Object result) implements Supplier<String> {
        @Override
        public String get() {
            return result instanceof String text ? text : ((ToolExecutionResult) result).resultText();
        }
    }

    private ExecuteToolHook() {}

    @Enter
    static ToolCall enter(@This McpClient client, @Arg(0) ToolExecutionRequest request) {
        boolean inside = Operation.current() instanceof ToolCall open && open.isOpen();
        if (request == null || request.name() == null) {
            return null;
        }
        ToolCall call = inside ? (ToolCall) Operation.current() : ToolCall.start(request.name(), request.id(), request.arguments());
        call.mcp(key(client));
        return inside ? null : call;
    }

    private static String key(McpClient client) {
        try {
            return client.key();
        } catch (RuntimeException theApplicationsOwn) {
            return null;
        }
    }

    @Exit
    static void exit(@Entered ToolCall call, @Returned Object result, @Threw Throwable error) {
        if (call == null) {
            return;
        }
        if (result != null) {
            call.result(new Text(result));
            if (!(result instanceof String) && ((ToolExecutionResult) result).isError()) {
                call.failure("_OTHER");
            }
        }
        call.close(error);
    }
}
