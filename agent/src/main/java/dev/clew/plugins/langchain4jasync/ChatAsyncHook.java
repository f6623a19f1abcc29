package dev.clew.plugins.langchain4jasync;

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

/** A model call that is answered later. {@code chatAsync} leads to {@code doChatAsync}, whose request is the final one. */
@Hook(
        type = "dev.langchain4j.model.chat.ChatModel",
        subtypes = true,
        method = {"chatAsync", "doChatAsync"},
        params = "dev.langchain4j.model.chat.request.ChatRequest",
        returns = "java.util.concurrent.CompletableFuture",
        owns = Layer.MODEL)
final class ChatAsyncHook {
    private ChatAsyncHook() {}

    @Enter
    static Object enter(@This ChatModel model, @Arg(0) ChatRequest request) {
        return Calls.begin(model, request, Calls.provider(model));
    }

    @Exit
    static void exit(@Entered Object begun, @Returned Object future, @Threw Throwable error) {
        Later.follow(begun, future, error);
    }
}
