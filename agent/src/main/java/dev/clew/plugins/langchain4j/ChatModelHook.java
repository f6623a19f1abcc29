package dev.clew.plugins.langchain4j;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.plugins.langchain4jtypes.Calls;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;

/** A model call. {@code chat} leads to {@code doChat}, whose request is the final one; some models have only one of them. */
@Hook(
        type = "dev.langchain4j.model.chat.ChatModel",
        subtypes = true,
        method = {"chat", "doChat"},
        params = "dev.langchain4j.model.chat.request.ChatRequest",
        returns = "dev.langchain4j.model.chat.response.ChatResponse",
        owns = Layer.MODEL)
final class ChatModelHook {
    private ChatModelHook() {}

    @Enter
    static Object enter(@This ChatModel model, @Arg(0) ChatRequest request) {
        return Calls.begin(model, request, Calls.provider(model));
    }

    @Exit
    static void exit(@Entered Object begun, @Returned ChatResponse response, @Threw Throwable error) {
        Calls.end(begun, response, error);
    }
}
