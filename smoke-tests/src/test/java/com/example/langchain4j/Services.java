package com.example.langchain4j;

import static com.example.langchain4j.Scripted.call;
import static com.example.langchain4j.Scripted.toolsThen;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.tool.DefaultToolExecutor;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;

/** Models, agents, tools and streams as an application uses them. */
public final class Services {
    public interface Assistant {
        String chat(String text);

        default String greet() {
            return "hello " + chat("greet");
        }
    }

    public interface Remembering {
        String chat(@MemoryId String id, @dev.langchain4j.service.UserMessage String text);
    }

    public interface Streaming {
        TokenStream chat(String text);
    }

    private static final ChatModel HELLO = new Scripted(request -> AiMessage.from("hello"));

    private Services() {}

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        marks.run("plain", () -> System.out.println(HELLO.chat(request()).aiMessage().text()));
        marks.run("chatOnly", () -> System.out.println(new OnlyChat().chat(request()).aiMessage().text()));
        marks.run("decorated", () -> System.out.println(new Decorator(HELLO).chat(request()).aiMessage().text()));
        marks.run("agent", () -> System.out.println(assistant(sum()).chat("What is 1 + 2?")));
        marks.run("twoRounds", Rounds::twoRounds);
        marks.run("defaultMethod", () -> {
            Assistant assistant = assistant(HELLO);
            System.out.println(assistant.greet() + assistant.equals(assistant) + (assistant.hashCode() != 0));
        });
        marks.run("failingTool", () -> System.out.println(assistant(new Scripted(
                toolsThen("It failed.", call("c1", "save", "{\"name\":\"a.txt\"}")))).chat("Save it")));
        marks.run("unknownTool", Services::unknownTool);
        marks.run("agentAsTool", () -> System.out.println(AiServices.builder(Assistant.class)
                .chatModel(new Scripted(toolsThen("Because.", call("c1", "ask", "{\"question\":\"why?\"}"))))
                .tools(new Expert())
                .build()
                .chat("Ask the expert")));
        marks.run("lambdaTool", Services::lambdaTool);
        marks.run("directTool", Services::directTool);
        marks.run("modelError", Services::modelError);
        marks.run("memory", Services::memory);
        marks.run("twoAtOnce", Services::twoAtOnce);
        marks.run("concurrentTools", Services::concurrentTools);
        Streams.main(marks);
    }

    static ChatRequest request() {
        return ChatRequest.builder().messages(UserMessage.from("hi")).build();
    }

    static ChatModel sum() {
        return new Scripted(toolsThen("It is 3.", call("c1", "add", "{\"a\":1,\"b\":2}")));
    }

    static Assistant assistant(ChatModel model) {
        return AiServices.builder(Assistant.class).chatModel(model).tools(new Toolbox()).build();
    }

    private static void unknownTool() {
        Assistant assistant = AiServices.builder(Assistant.class)
                .chatModel(new Scripted(toolsThen("Never mind.", call("c1", "fly", "{}"))))
                .tools(new Toolbox())
                .hallucinatedToolNameStrategy(r -> ToolExecutionResultMessage.from(r, "there is no " + r.name()))
                .build();
        System.out.println(assistant.chat("Fly"));
    }

    private static void lambdaTool() {
        Assistant assistant = AiServices.builder(Assistant.class)
                .chatModel(new Scripted(toolsThen("Noon.", call("c1", "clock", "{}"))))
                .tools(Map.of(ToolSpecification.builder().name("clock").build(), (request, memoryId) -> "12:00"))
                .build();
        System.out.println(assistant.chat("What time is it?"));
    }

    private static void directTool() throws Exception {
        var add = Toolbox.class.getMethod("add", int.class, int.class);
        System.out.println(new DefaultToolExecutor(new Toolbox(), add)
                .execute(call("c9", "add", "{\"a\":3,\"b\":4}"), "default"));
    }

    private static void modelError() {
        IllegalArgumentException mine = new IllegalArgumentException("no such model");
        try {
            assistant(new Scripted(request -> {
                throw mine;
            })).chat("hi");
        } catch (RuntimeException e) {
            System.out.println("the same: " + (e == mine));
        }
    }

    private static void memory() {
        Remembering assistant = AiServices.builder(Remembering.class)
                .chatModel(HELLO)
                .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(10))
                .build();
        System.out.println(assistant.chat("customer-7", "hi"));
    }

    private static void twoAtOnce() throws InterruptedException {
        CyclicBarrier both = new CyclicBarrier(2);
        Thread[] threads = new Thread[2];
        for (int i = 0; i < 2; i++) {
            String text = "thread " + i;
            threads[i] = new Thread(() -> assistant(new Scripted(request -> {
                try {
                    both.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return toolsThen("ok " + text, call("c1", "add", "{\"a\":1,\"b\":2}")).apply(request);
            })).chat(text));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void concurrentTools() {
        CountDownLatch both = new CountDownLatch(2);
        Assistant assistant = AiServices.builder(Assistant.class)
                .chatModel(new Scripted(toolsThen("Done.", call("c1", "left", "{}"), call("c2", "right", "{}"))))
                .tools(Map.of(
                        ToolSpecification.builder().name("left").build(), (request, id) -> meet(both),
                        ToolSpecification.builder().name("right").build(), (request, id) -> meet(both)))
                .executeToolsConcurrently()
                .build();
        System.out.println(assistant.chat("Both"));
    }

    private static String meet(CountDownLatch both) {
        both.countDown();
        try {
            both.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return HELLO.chat("inside a tool");
    }

    /** A tool that asks an agent. */
    public static final class Expert {
        @Tool
        public String ask(String question) {
            return assistant(HELLO).chat(question);
        }
    }

    private static final class OnlyChat implements ChatModel {
        @Override
        public ChatResponse chat(ChatRequest request) {
            return Scripted.response(AiMessage.from("hello"));
        }
    }

    private static final class Decorator implements ChatModel {
        private final ChatModel inner;

        private Decorator(ChatModel inner) {
            this.inner = inner;
        }

        @Override
        public ChatResponse doChat(ChatRequest request) {
            return inner.chat(request);
        }
    }
}
