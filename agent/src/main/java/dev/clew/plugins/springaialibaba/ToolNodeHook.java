package dev.clew.plugins.springaialibaba;

import com.alibaba.cloud.ai.graph.agent.interceptor.ToolCallResponse;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.trace.Operation;
import dev.clew.trace.ToolCall;
import java.util.function.Supplier;
import org.springframework.ai.chat.messages.AssistantMessage;

/** A tool that the model asked for, with all its interceptors: however often they try, it is one call. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.agent.node.AgentToolNode",
        method = "executeToolCallWithInterceptors",
        returns = "com.alibaba.cloud.ai.graph.agent.interceptor.ToolCallResponse",
        owns = Layer.TOOL)
final class ToolNodeHook {
    private record Text(String text) implements Supplier<String> {
        @Override
        public String get() {
            return text;
        }
    }

    private ToolNodeHook() {}

    @Enter
    static ToolCall enter(@Arg(0) AssistantMessage.ToolCall asked) {
        String id = asked.id() == null || asked.id().isEmpty() ? null : asked.id();
        if (Operation.current() instanceof ToolCall outer && outer.isOpen() && outer.isFor(asked.name(), id)) {
            return null; // one overload calls the other
        }
        ToolCall call = ToolCall.start(asked.name(), id, asked.arguments());
        call.type("function");
        return call;
    }

    @Exit
    static void exit(@Entered ToolCall call, @Returned ToolCallResponse response, @Threw Throwable error) {
        if (call == null) {
            return;
        }
        if (response != null && response.getResult() != null) {
            call.result(new Text(response.getResult()));
        }
        boolean isUnknown = error instanceof IllegalStateException
                && error.getMessage() != null
                && error.getMessage().startsWith("No ToolCallback found");
        if (isUnknown) {
            call.failure("unknown_tool");
        } else if (response != null && "error".equals(response.getStatus())) {
            call.failure("error");
        }
        call.close(isUnknown ? null : error);
    }
}
