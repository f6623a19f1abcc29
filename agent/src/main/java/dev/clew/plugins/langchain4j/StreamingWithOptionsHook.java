package dev.clew.plugins.langchain4j;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Replace;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.plugins.langchain4jtypes.Calls;
import dev.clew.trace.LlmCall;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;

/** A streamed model call with options, since 1.13. */
@Hook(
        type = "dev.langchain4j.model.chat.StreamingChatModel",
        subtypes = true,
        method = "chat",
        params = {
            "dev.langchain4j.model.chat.request.ChatRequest",
            "dev.langchain4j.model.chat.ChatRequestOptions",
            "dev.langchain4j.model.chat.response.StreamingChatResponseHandler"
        },
        owns = Layer.MODEL)
final class StreamingWithOptionsHook {
    private StreamingWithOptionsHook() {}

    @Enter
    static LlmCall enter(@This StreamingChatModel model, @Arg(0) ChatRequest request, @Arg(2) Object handler) {
        return handler == null ? null : Calls.stream(model, request, Calls.provider(model));
    }

    @Replace(2)
    static StreamingChatResponseHandler watch(@Entered LlmCall call, @Arg(2) StreamingChatResponseHandler handler) {
        return call == null ? null : WatchedHandler.around(handler, call);
    }

    @Exit
    static void exit(@Entered LlmCall call, @Threw Throwable error) {
        Calls.begun(call, error);
    }
}
