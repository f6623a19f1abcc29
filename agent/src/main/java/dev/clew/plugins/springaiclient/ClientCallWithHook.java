package dev.clew.plugins.springaiclient;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.trace.AgentRun;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;

/** A call of a ChatClient, with a format in 1.0, with a chain of advisors since 2.0: an agent. */
@Hook(
        type = "org.springframework.ai.chat.client.DefaultChatClient$DefaultCallResponseSpec",
        method = "doGetObservableChatClientResponse",
        params = {"org.springframework.ai.chat.client.ChatClientRequest", "*"},
        owns = Layer.AGENT)
final class ClientCallWithHook {
    private ClientCallWithHook() {}

    @Enter
    static AgentRun enter(@Arg(0) ChatClientRequest request) {
        return Clients.begin(request);
    }

    @Exit
    static void exit(@Entered AgentRun run, @Returned ChatClientResponse response, @Threw Throwable error) {
        Clients.end(run, response, error);
    }
}
