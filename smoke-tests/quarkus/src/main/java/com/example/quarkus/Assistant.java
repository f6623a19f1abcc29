package com.example.quarkus;

import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import io.quarkiverse.langchain4j.RegisterAiService;
import io.smallrye.mutiny.Multi;

/** What Quarkus makes an agent of when it builds the application. */
@RegisterAiService(
        chatLanguageModelSupplier = Scripted.Whole.class,
        streamingChatLanguageModelSupplier = Scripted.Streamed.class,
        tools = Tools.class)
public interface Assistant {
    record Person(String name, int age) {}

    String chat(@MemoryId String id, @UserMessage String text);

    @SystemMessage("You are {who}")
    @UserMessage("Say who is meant by {text}")
    Person person(@MemoryId String id, @V("who") String who, @V("text") String text);

    Multi<String> stream(@MemoryId String id, @UserMessage String text);

    TokenStream tokens(@MemoryId String id, @UserMessage String text);
}
