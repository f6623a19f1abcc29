package com.example.springai;

import com.example.langchain4j.Marks;
import com.example.provider.Answer;
import com.example.provider.ChatRequest;
import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import com.example.provider.Usage;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;
import reactor.core.publisher.Flux;

/** Models, agents and tools as an application uses them. */
public final class Clients {
    public record Planet(String name, int moons) {}

    private static final ChatModel HELLO = new Scripted(prompt -> "hello");
    private static final ToolCallback[] TOOLS = ToolCallbacks.from(new Toolbox());

    private Clients() {}

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        marks.run("plain", () -> System.out.println(text(HELLO.call(Scripted.prompt("hi")))));
        marks.run("decorated", () -> System.out.println(text(new Decorator(HELLO).call(Scripted.prompt("hi")))));
        marks.run("modelError", Clients::modelError);
        try (ScriptedProvider provider = ScriptedProvider.start(Clients::answer, Faults.NONE, 0)) {
            ChatModel openAi = OpenAi.model(provider);
            marks.run("agent", () -> System.out.println(ask(openAi, "What is 1 + 2?")));
            marks.run("twoRounds", () -> {
                Usage before = provider.handedOut();
                System.out.println(ask(openAi, "What is 1 + 2, twice?"));
                used("twoRounds", before, provider.handedOut());
            });
            marks.run("failingTool", () -> System.out.println(ask(openAi, "Save it")));
            marks.run("unknownTool", () -> System.out.println(ask(openAi, "Fly")));
            marks.run("agentAsTool", () -> System.out.println(ask(openAi, "Ask the expert")));
            marks.run("bareModel", () -> System.out.println(
                    text(openAi.call(new Prompt("What is 1 + 2?", OpenAi.options(TOOLS))))));
            marks.run("bareModelOfItsOwnTools", () -> System.out.println(
                    text(OpenAi.model(provider, TOOLS).call(new Prompt("What is 1 + 2?", OpenAi.options())))));
            marks.run("decoratedOpenAi", () -> System.out.println(ask(new Decorator(openAi), "What is 1 + 2?")));
            marks.run("template", () -> System.out.println(ChatClient.create(openAi).prompt()
                    .system(s -> s.text("You talk like a {who}.").param("who", "pirate"))
                    .user(u -> u.text("Say {what}").params(Map.of("what", "hello")))
                    .call().content()));
            marks.run("conversation", () -> System.out.println(ChatClient.create(openAi).prompt("hi")
                    .advisors(a -> a.param("chat_memory_conversation_id", "customer-7"))
                    .call().content()));
            marks.run("entity", () -> System.out.println(
                    ChatClient.create(openAi).prompt("Name a planet").call().entity(Planet.class)));
            marks.run("returnedDirectly", () -> System.out.println(ask(openAi, "Draw a lot")));
            marks.run("ownAdvisor", () -> System.out.println(ChatClient.create(openAi).prompt("hi")
                    .advisors(new Translator()).call().content()));
            marks.run("twoAtOnce", () -> twoAtOnce(openAi));
            Streams.main(marks, openAi, provider);
            Memory.main(marks, openAi);
            Rag.main(marks, openAi);
        }
        try (ScriptedProvider provider = ScriptedProvider.start(Clients::answer, Faults.failFirst(2, 500), 0)) {
            ChatModel openAi = OpenAi.model(provider);
            marks.run("retried", () -> System.out.println(ask(openAi, "hi")));
        }
        try (ScriptedProvider provider = ScriptedProvider.start(Clients::answer, Faults.failFirst(100, 400), 0)) {
            ChatModel openAi = OpenAi.model(provider);
            marks.run("refused", () -> {
                try {
                    ask(openAi, "hi");
                } catch (RuntimeException e) {
                    System.out.println(e.getClass().getSimpleName());
                }
            });
            marks.run("streamRefused", () -> System.out.println(ChatClient.create(openAi).prompt("hi").stream().content()
                    .onErrorResume(e -> Flux.just(cause(e).getClass().getSimpleName())).blockLast()));
        }
        marks.run("directTool", () -> System.out.println(TOOLS[index("add")].call("{\"a\":3,\"b\":4}")));
        marks.run("embedding", () -> System.out.println(new Vectors().embed("some text").length));
        System.exit(0);
    }

    private static int index(String tool) {
        for (int i = 0; i < TOOLS.length; i++) {
            if (TOOLS[i].getToolDefinition().name().equals(tool)) {
                return i;
            }
        }
        throw new IllegalStateException(tool);
    }

    static String ask(ChatModel model, String question) {
        return ChatClient.create(model).prompt(question).toolCallbacks(TOOLS).call().content();
    }

    static ToolCallback[] tools() {
        return TOOLS.clone();
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException ? error.getCause() : error;
    }

    private static String text(ChatResponse response) {
        return response.getResult().getOutput().getText() + response.getResult().getOutput().getToolCalls().size();
    }

    static Answer answer(ChatRequest request) {
        String question = request.body().path("messages").toString();
        int results = question.split("\"role\" ?: ?\"tool\"", -1).length - 1;
        if (question.contains("Guess a planet") && !question.contains("validation failed")) {
            return Answer.text("{\"name\":\"Mars\"}");
        }
        if (question.contains("Planet") || question.contains("planet")) {
            return Answer.text("{\"name\":\"Mars\",\"moons\":2}");
        }
        if (results == 0 && question.contains("1 + 2")) {
            return Answer.calls("I need tools.", new Answer.Call("add", "{\"a\":1,\"b\":2}"));
        }
        if (results == 1 && question.contains("twice")) {
            return Answer.calls(null, new Answer.Call("add", "{\"a\":3,\"b\":0}"), new Answer.Call("add", "{\"a\":0,\"b\":3}"));
        }
        if (results == 0 && question.contains("Save it")) {
            return Answer.calls(null, new Answer.Call("save", "{\"name\":\"a.txt\"}"));
        }
        if (results == 0 && question.contains("Fly")) {
            return Answer.calls(null, new Answer.Call("fly", "{}"));
        }
        if (results == 0 && question.contains("Ask the expert")) {
            return Answer.calls(null, new Answer.Call("expert", "{\"question\":\"why?\"}"));
        }
        if (question.contains("Draw a lot")) {
            return Answer.calls(null, new Answer.Call("draw", "{}"));
        }
        return Answer.text(results > 0 ? "It is done." : "hello");
    }

    static void used(String piece, Usage before, Usage after) {
        System.out.println(piece + " used " + (after.prompt() - before.prompt()) + " " + (after.completion() - before.completion()));
    }

    private static void twoAtOnce(ChatModel model) throws InterruptedException {
        CyclicBarrier both = new CyclicBarrier(2);
        Thread[] threads = new Thread[2];
        for (int i = 0; i < 2; i++) {
            threads[i] = new Thread(() -> ChatClient.create(model).prompt("What is 1 + 2?").toolCallbacks(TOOLS)
                    .advisors(new Meeting(both)).call().content());
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void modelError() {
        IllegalArgumentException mine = new IllegalArgumentException("no such model");
        try {
            ask(new Scripted(prompt -> {
                throw mine;
            }), "hi");
        } catch (RuntimeException e) {
            System.out.println("the same: " + (e == mine));
        }
    }

    /** A model in other clothes. */
    static final class Decorator implements ChatModel {
        private final ChatModel model;

        Decorator(ChatModel model) {
            this.model = model;
        }

        @Override
        public ChatResponse call(Prompt prompt) {
            return model.call(prompt);
        }

        @Override
        public Flux<ChatResponse> stream(Prompt prompt) {
            return model.stream(prompt);
        }

        @Override
        public org.springframework.ai.chat.prompt.ChatOptions getDefaultOptions() {
            return model.getDefaultOptions();
        }

        /** Since 2.0. */
        public org.springframework.ai.chat.prompt.ChatOptions getOptions() {
            return model.getDefaultOptions();
        }
    }

    /** Goes on when two are there. */
    private record Meeting(CyclicBarrier both) implements CallAdvisor {
        @Override
        public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
            try {
                both.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
            return chain.nextCall(request);
        }

        @Override
        public String getName() {
            return "meeting";
        }

        @Override
        public int getOrder() {
            return 0;
        }
    }

    /** An advisor of the application's own that asks another agent. */
    private static final class Translator implements CallAdvisor {
        @Override
        public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
            ChatClient.create(HELLO).prompt("translate").call().content();
            return chain.nextCall(request);
        }

        @Override
        public String getName() {
            return "translator";
        }

        @Override
        public int getOrder() {
            return 0;
        }
    }
}
