package dev.clew.plugins.springaiclient;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.AgentRun;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;

/** A call of a ChatClient: an agent. In most versions this is the short way to {@link ClientCallWithHook}, and none itself. */
@Hook(
        type = "org.springframework.ai.chat.client.DefaultChatClient$DefaultCallResponseSpec",
        method = "doGetObservableChatClientResponse",
        params = "org.springframework.ai.chat.client.ChatClientRequest",
        owns = Layer.AGENT)
final class ClientCallHook {
    private static final ClassValue<Boolean> IS_SHORT = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            for (var method : type.getDeclaredMethods()) {
                if (method.getName().equals("doGetObservableChatClientResponse") && method.getParameterCount() == 2) {
                    return true;
                }
            }
            return false;
        }
    };

    private ClientCallHook() {}

    @Enter
    static AgentRun enter(@This Object call, @Arg(0) ChatClientRequest request) {
        return IS_SHORT.get(call.getClass()) ? null : Clients.begin(request);
    }

    @Exit
    static void exit(@Entered AgentRun run, @Returned ChatClientResponse response, @Threw Throwable error) {
        Clients.end(run, response, error);
    }
}
