package dev.clew.plugins.springaitools;

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
import java.util.function.Supplier;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.execution.ToolExecutionException;

/** A tool at work, with a context or without; one that wraps another of the same name is the same tool. */
@Hook(
        type = "org.springframework.ai.tool.ToolCallback",
        subtypes = true,
        method = "call",
        returns = "java.lang.String",
        owns = Layer.TOOL)
final class ToolHook {
    private record Text(String text) implements Supplier<String> {
        @Override
        public String get() {
            return text;
        }
    }

    private ToolHook() {}

    @Enter
    static ToolCall enter(@This ToolCallback tool, @Arg(0) Object input) {
        ToolDefinition definition = tool.getToolDefinition();
        String name = definition.name();
        if (Operation.current() instanceof ToolCall outer && outer.isOpen() && outer.isFor(name)) {
            outer.tries(definition.description());
            madeOf(outer, tool, definition);
            return null;
        }
        String arguments = input instanceof String json ? json : null;
        AssistantMessage.ToolCall asked = Batch.take(name, arguments);
        ToolCall call = ToolCall.start(name, asked == null || asked.id().isEmpty() ? null : asked.id(), arguments);
        call.type("function");
        call.description(definition.description());
        madeOf(call, tool, definition);
        if (McpServer.runs(tool)) {
            call.mcp(McpServer.name(tool));
        }
        return call;
    }

    private static void madeOf(ToolCall call, ToolCallback tool, ToolDefinition definition) {
        call.parameters(definition.inputSchema());
        call.madeOf(tool, "org.springframework.ai.", "toolObject", "toolFunction");
    }

    @Exit
    static void exit(@Entered ToolCall call, @Returned String result, @Threw Throwable error) {
        if (call != null) {
            if (result != null) {
                call.result(new Text(result));
            }
            call.close(error instanceof ToolExecutionException && error.getCause() != null ? error.getCause() : error);
        }
    }
}
