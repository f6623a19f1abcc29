package com.example.langchain4j;

import static com.example.langchain4j.Scripted.call;
import static com.example.langchain4j.Scripted.toolsThen;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.memory.chat.TokenWindowChatMemory;
import dev.langchain4j.model.TokenCountEstimator;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import java.util.ArrayList;
import java.util.List;

/** Memories as agents and applications use them. */
public final class Memories {
    public interface Advised {
        @dev.langchain4j.service.SystemMessage("Be brief")
        String chat(String text);
    }

    private static final ChatModel HELLO = new Scripted(request -> AiMessage.from("hello"));

    private Memories() {}

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        marks.run("add", () -> memory("m-1", 10).add(UserMessage.from("hi")));
        marks.run("read", () -> System.out.println(memory("m-2", 10).messages()));
        marks.run("clear", () -> memory("m-3", 10).clear());
        marks.run("set", () -> memory("m-4", 1).set(List.of(UserMessage.from("one"), UserMessage.from("two"))));
        marks.run("evict", Memories::evict);
        marks.run("evictTokens", Memories::evictTokens);
        marks.run("sameInstructions", Memories::sameInstructions);
        marks.run("store", Memories::store);
        marks.run("own", () -> System.out.println(new Listed().twice()));
        marks.run("agent", Memories::agent);
        marks.run("tools", Memories::tools);
        marks.run("retrieval", Memories::retrieval);
        marks.run("sameStore", Memories::sameStore);
        marks.run("otherMemory", Memories::otherMemory);
        marks.run("error", Memories::error);
        System.exit(0);
    }

    private static MessageWindowChatMemory memory(String id, int max) {
        return MessageWindowChatMemory.builder().id(id).maxMessages(max).build();
    }

    private static void evict() {
        ChatMemory memory = memory("m-5", 2);
        memory.add(UserMessage.from("one"));
        memory.add(UserMessage.from("two"));
        memory.add(UserMessage.from("three"));
        System.out.println(memory.messages().size());
    }

    private static void evictTokens() {
        ChatMemory memory = TokenWindowChatMemory.builder().id("m-6").maxTokens(2, new OneEach()).build();
        memory.add(UserMessage.from("one"));
        memory.add(UserMessage.from("two"));
        memory.add(UserMessage.from("three"));
        System.out.println(memory.messages().size());
    }

    private static void sameInstructions() {
        ChatMemory memory = memory("m-7", 10);
        memory.add(SystemMessage.from("Be brief"));
        memory.add(SystemMessage.from("Be brief"));
        System.out.println(memory.messages().size());
    }

    private static void store() {
        ChatMemoryStore store = new InMemoryChatMemoryStore();
        store.updateMessages("m-8", List.of(UserMessage.from("hi")));
        System.out.println(store.getMessages("m-8").size());
        store.deleteMessages("m-8");
    }

    private static void agent() {
        ChatMemory memory = MessageWindowChatMemory.withMaxMessages(10);
        Advised advised = AiServices.builder(Advised.class).chatModel(HELLO).chatMemory(memory).build();
        System.out.println(advised.chat("first"));
        System.out.println(advised.chat("second"));
    }

    private static void tools() {
        System.out.println(AiServices.builder(Services.Assistant.class)
                .chatModel(new Scripted(toolsThen("It is 3.", call("c1", "add", "{\"a\":1,\"b\":2}"))))
                .tools(new Toolbox())
                .chatMemory(memory("m-9", 3))
                .build()
                .chat("What is 1 + 2?"));
    }

    private static void retrieval() {
        System.out.println(AiServices.builder(Services.Assistant.class)
                .chatModel(HELLO)
                .contentRetriever(query -> List.of(Content.from("by lambda")))
                .chatMemory(memory("m-10", 10))
                .build()
                .chat("cat"));
    }

    private static void sameStore() {
        ChatMemoryStore store = new InMemoryChatMemoryStore();
        MessageWindowChatMemory.builder().id("m-11").maxMessages(9).chatMemoryStore(store).build().add(UserMessage.from("hi"));
        System.out.println(MessageWindowChatMemory.builder().id("m-11").maxMessages(9).chatMemoryStore(store).build().messages().size());
    }

    private static void otherMemory() {
        ChatMemory first = MessageWindowChatMemory.withMaxMessages(10);
        ChatMemory second = MessageWindowChatMemory.withMaxMessages(10);
        first.add(UserMessage.from("the same"));
        second.add(UserMessage.from("the same"));
        System.out.println(second.messages().size());
    }

    private static void error() {
        IllegalStateException mine = new IllegalStateException("no disk");
        ChatMemoryStore broken = new InMemoryChatMemoryStore() {
            @Override
            public void updateMessages(Object id, List<ChatMessage> messages) {
                throw mine;
            }
        };
        try {
            MessageWindowChatMemory.builder().maxMessages(9).chatMemoryStore(broken).build().add(UserMessage.from("hi"));
        } catch (IllegalStateException e) {
            System.out.println("the same: " + (e == mine));
        }
    }

    /** Every message is one token. */
    private static final class OneEach implements TokenCountEstimator {
        @Override
        public int estimateTokenCountInText(String text) {
            return 1;
        }

        @Override
        public int estimateTokenCountInMessage(ChatMessage message) {
            return 1;
        }

        @Override
        public int estimateTokenCountInMessages(Iterable<ChatMessage> messages) {
            int count = 0;
            for (ChatMessage ignored : messages) {
                count++;
            }
            return count;
        }
    }

    /** A memory of the application's own, whose id is an object of its own too. */
    private static final class Listed implements ChatMemory {
        private final List<ChatMessage> all = new ArrayList<>();

        @Override
        public Object id() {
            return this;
        }

        @Override
        public void add(ChatMessage message) {
            messages().add(message);
        }

        @Override
        public List<ChatMessage> messages() {
            return all;
        }

        @Override
        public void clear() {
            all.clear();
        }

        private int twice() {
            add(UserMessage.from("one"));
            add(UserMessage.from("two"));
            return messages().size();
        }
    }
}
