package dev.clew.plugins.springaialibaba;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.trace.Operation;
import dev.clew.trace.ToolCall;

/** Likewise, what is no tool's own exception, since 1.1.2. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.agent.interceptor.ToolCallResponse",
        method = "error",
        params = {"java.lang.String", "java.lang.String", "java.lang.Throwable"})
final class ToolFailedHook {
    private ToolFailedHook() {}

    @Enter
    static Object enter(@Arg(0) String id, @Arg(1) String name, @Arg(2) Throwable error) {
        if (error != null && Operation.current() instanceof ToolCall call && call.isOpen() && call.isFor(name, id)) {
            call.failure(error);
        }
        return null;
    }
}
