package dev.clew.plugins.springaiclient;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.plugins.async.AsyncCall;
import dev.clew.plugins.async.Results;
import dev.clew.plugins.async.Running;
import dev.clew.plugins.springaitypes.AgentFacts;
import dev.clew.trace.AgentRun;
import org.springframework.ai.chat.client.ChatClientRequest;

/** A streamed call of a ChatClient: an agent a subscription, from its start to its end. */
@Hook(
        type = "org.springframework.ai.chat.client.DefaultChatClient$DefaultStreamResponseSpec",
        method = "doGetObservableFluxChatResponse",
        params = "org.springframework.ai.chat.client.ChatClientRequest",
        owns = Layer.AGENT)
final class ClientStreamHook {
    private record Stream(ChatClientRequest request) implements AsyncCall {
        @Override
        public Running subscribed() {
            AgentRun run = Clients.start(request, null);
            run.streams();
            return new AgentFacts.Chunks(run);
        }
    }

    private ClientStreamHook() {}

    @ReplaceReturned
    static Object follow(@Arg(0) ChatClientRequest request, @Returned Object flux) {
        return request == null || Clients.isARound(request) ? null : Results.traced(flux, new Stream(request));
    }
}
