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

/** A tool that the model made up. It fails, whatever the application tells the model then. */
@Hook(type = "dev.langchain4j.service.tool.ToolService", method = "applyToolHallucinationStrategy", owns = Layer.TOOL)
final class UnknownToolHook {
    private UnknownToolHook() {}

    @Enter
    static ToolCall enter(@Arg(0) ToolExecutionRequest request) {
        ToolCall call = Tools.begin(request);
        if (call != null) {
            call.failure("unknown_tool");
        }
        return call;
    }

    @Exit
    static void exit(@Entered ToolCall call, @Returned Object result, @Threw Throwable error) {
        Tools.end(call, result, error);
    }
}
