package dev.clew.plugins.springaitools;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Threw;
import dev.clew.trace.ToolCall;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatResponse;

/** Runs the tools that a model asked for; a tool that the model made up is known here alone. */
@Hook(
        type = "org.springframework.ai.model.tool.ToolCallingManager",
        subtypes = true,
        method = "executeToolCalls",
        params = {"org.springframework.ai.chat.prompt.Prompt", "org.springframework.ai.chat.model.ChatResponse"})
final class ManagerHook {
    private ManagerHook() {}

    @Enter
    static Batch enter(@Arg(1) ChatResponse response) {
        return response == null ? null : Batch.begin(response);
    }

    @Exit
    static void exit(@Entered Batch batch, @Threw Throwable error) {
        if (batch == null) {
            return;
        }
        AssistantMessage.ToolCall asked = error instanceof IllegalStateException ? batch.unknown(error.getMessage()) : null;
        batch.end(error != null);
        if (asked != null) {
            ToolCall call = ToolCall.start(asked.name(), asked.id(), asked.arguments());
            call.type("function");
            call.failure("unknown_tool");
            call.close(null);
        }
    }
}
