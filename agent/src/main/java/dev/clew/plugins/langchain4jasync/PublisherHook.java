package dev.clew.plugins.langchain4jasync;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.plugins.async.AsyncCall;
import dev.clew.plugins.async.Results;
import dev.clew.plugins.async.Running;
import dev.clew.plugins.langchain4jtypes.Calls;
import dev.clew.trace.LlmCall;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;

/** A streamed model call that begins when someone subscribes. */
@Hook(
        type = "dev.langchain4j.model.chat.StreamingChatModel",
        subtypes = true,
        method = {"chat", "doChat"},
        params = "dev.langchain4j.model.chat.request.ChatRequest",
        returns = "java.util.concurrent.Flow$Publisher",
        owns = Layer.MODEL)
final class PublisherHook {
    private record Subscription(StreamingChatModel model, ChatRequest request) implements AsyncCall {
        @Override
        public Running subscribed() {
            LlmCall call = Calls.stream(model, request, Calls.provider(model));
            return call == null ? null : new Later.Events(call);
        }
    }

    private PublisherHook() {}

    @ReplaceReturned
    static Object follow(@This StreamingChatModel model, @Arg(0) ChatRequest request, @Returned Object publisher) {
        return request == null ? null : Results.traced(publisher, new Subscription(model, request));
    }
}
