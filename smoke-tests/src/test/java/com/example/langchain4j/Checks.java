package com.example.langchain4j;

import static com.example.langchain4j.Scripted.call;
import static com.example.langchain4j.Scripted.toolsThen;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailResult;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.moderation.Moderation;
import dev.langchain4j.model.moderation.ModerationModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Moderate;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.V;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Prompts, what checks them, and what comes back. */
public final class Checks {
    public interface Writer {
        @SystemMessage("You are {{who}}")
        @dev.langchain4j.service.UserMessage("Write about {{topic}}")
        String write(@V("who") String who, @V("topic") String topic);

        @dev.langchain4j.service.UserMessage("Say hello")
        String hello();

        String given(@dev.langchain4j.service.UserMessage String template, @V("topic") String topic);
    }

    public interface Moderated {
        @Moderate
        String chat(String text);
    }

    public enum Mood {
        GOOD,
        BAD
    }

    public record Person(String name, int age) {}

    public interface Typed {
        Person person(String text);

        Result<Person> result(String text);

        Mood mood(String text);

        List<String> list(String text);

        boolean yes(String text);
    }

    public interface Doer {
        void nothing(String text);
    }

    private static final ChatModel HELLO = new Scripted(request -> AiMessage.from("hello"));
    private static final ChatModel ADA = new Scripted(request -> AiMessage.from("{\"name\": \"Ada\", \"age\": 36}"));

    private Checks() {}

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        Writer writer = AiServices.builder(Writer.class).chatModel(HELLO).build();
        marks.run("prompts", () -> System.out.println(writer.write("a poet", "dragons")));
        marks.run("fixedPrompt", () -> System.out.println(writer.hello()));
        marks.run("givenPrompt", () -> System.out.println(writer.given("Sing about {{topic}}", "dragons")));
        marks.run("noPrompt", () -> System.out.println(Services.assistant(HELLO).chat("just a text")));
        marks.run("input", () -> Guarded.run(new Guarded.Rewrites(), null, HELLO));
        marks.run("inputFatal", () -> Guarded.run(new Guarded.Blocks(), null, HELLO));
        marks.run("inputThrows", () -> Guarded.run(new Guarded.Throws(), null, HELLO));
        marks.run("output", () -> Guarded.run(null, new Guarded.Again(), HELLO));
        marks.run("moderated", () -> System.out.println(moderated().chat("fine words")));
        marks.run("flagged", () -> System.out.println(moderated().chat("bad words")));
        marks.run("moderation", () -> System.out.println(new Words().moderate("bad words").content().flagged()));
        marks.run("pojo", () -> System.out.println(typed(ADA).person("Who?")));
        marks.run("result", () -> System.out.println(typed(ADA).result("Who?").content()));
        marks.run("mood", () -> System.out.println(typed(says("GOOD")).mood("How?")));
        marks.run("list", () -> System.out.println(typed(says("one\ntwo")).list("What?")));
        marks.run("yes", () -> System.out.println(typed(says("true")).yes("Sure?")));
        marks.run("nothing", () -> AiServices.builder(Doer.class).chatModel(HELLO).build().nothing("Do"));
        marks.run("resultWithTools", () -> System.out.println(AiServices.builder(Typed.class)
                .chatModel(new Scripted(toolsThen("{\"name\": \"Ada\", \"age\": 3}", call("c1", "add", "{\"a\":1,\"b\":2}"))))
                .tools(new Toolbox()).build().result("Who?").tokenUsage().totalTokenCount()));
        marks.run("future", () -> System.out.println(
                CompletableFuture.supplyAsync(() -> Services.assistant(HELLO).chat("later")).get()));
        System.exit(0);
    }

    private static ChatModel says(String text) {
        return new Scripted(request -> AiMessage.from(text));
    }

    private static Typed typed(ChatModel model) {
        return AiServices.builder(Typed.class).chatModel(model).build();
    }

    private static Moderated moderated() {
        return AiServices.builder(Moderated.class).chatModel(HELLO).moderationModel(new Words()).build();
    }

    /** Flags what is bad. */
    private static final class Words implements ModerationModel {
        @Override
        public Response<Moderation> moderate(String text) {
            return Response.from(text.contains("bad") ? Moderation.flagged(text) : Moderation.notFlagged());
        }

        @Override
        public Response<Moderation> moderate(List<ChatMessage> messages) {
            return moderate(messages.toString());
        }
    }

    /** Guardrails, which are not in every version. */
    static final class Guarded {
        private Guarded() {}

        /** Objects, so that this program can be verified where there are no such types. */
        static void run(Object input, Object output, ChatModel model) {
            var builder = AiServices.builder(Services.Assistant.class).chatModel(model);
            if (input != null) {
                builder.inputGuardrails((InputGuardrail) input);
            }
            if (output != null) {
                builder.outputGuardrails((OutputGuardrail) output);
            }
            System.out.println(builder.build().chat("hi"));
        }

        static final class Rewrites implements InputGuardrail {
            @Override
            public InputGuardrailResult validate(UserMessage message) {
                return successWith("a nicer hi");
            }
        }

        static final class Blocks implements InputGuardrail {
            @Override
            public InputGuardrailResult validate(UserMessage message) {
                return fatal("not in my house");
            }
        }

        static final class Throws implements InputGuardrail {
            @Override
            public InputGuardrailResult validate(UserMessage message) {
                throw new IllegalStateException("no rules");
            }
        }

        /** Is content with the second answer. */
        static final class Again implements OutputGuardrail {
            private int answers;

            @Override
            public OutputGuardrailResult validate(AiMessage message) {
                return ++answers == 1 ? reprompt("too short", "Say more") : success();
            }
        }
    }
}
