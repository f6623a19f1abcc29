package com.example.springai;

import com.example.langchain4j.Marks;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.api.Advisor;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.converter.ListOutputConverter;
import org.springframework.ai.converter.StructuredOutputConverter;
import org.springframework.core.convert.support.DefaultConversionService;

/** Answers that objects are made of. */
final class Converted {
    private static final String VALIDATION = "org.springframework.ai.chat.client.advisor.StructuredOutputValidationAdvisor";

    private Converted() {}

    static void main(Marks marks, ChatModel openAi) throws IOException, InterruptedException {
        marks.run("entityList", () -> System.out.println(ChatClient.create(openAi).prompt("Name a color")
                .call().entity(new ListOutputConverter(new DefaultConversionService()))));
        marks.run("responseEntity", () -> System.out.println(ChatClient.create(openAi).prompt("Name a planet")
                .call().responseEntity(Clients.Planet.class).entity()));
        marks.run("notAnEntity", () -> {
            try {
                ChatClient.create(openAi).prompt("hi").call().entity(Clients.Planet.class);
            } catch (RuntimeException e) {
                System.out.println(e.getClass().getName());
            }
        });
        IllegalStateException mine = new IllegalStateException("no such color");
        marks.run("ownConverter", () -> {
            try {
                ChatClient.create(openAi).prompt("hi").call().entity(new Picky(mine));
            } catch (IllegalStateException e) {
                System.out.println("the same: " + (e == mine));
            }
        });
        marks.run("validated", () -> System.out.println(ChatClient.create(openAi).prompt("Guess a planet")
                .advisors(validation()).call().entity(Clients.Planet.class)));
    }

    /** Since 1.1. */
    private static Advisor validation() throws ReflectiveOperationException {
        try {
            Object builder = Class.forName(VALIDATION).getMethod("builder").invoke(null);
            builder.getClass().getMethod("outputType", Type.class).invoke(builder, Clients.Planet.class);
            return (Advisor) builder.getClass().getMethod("build").invoke(builder);
        } catch (ClassNotFoundException older) {
            throw new NoClassDefFoundError(VALIDATION);
        }
    }

    /** Takes no answer, and asks a model of its own why. */
    private record Picky(IllegalStateException error) implements StructuredOutputConverter<List<String>> {
        @Override
        public String getFormat() {
            return "Just a color.";
        }

        @Override
        public List<String> convert(String text) {
            ChatClient.create(new Scripted(prompt -> "no")).prompt("Is it a color? " + text).call().content();
            throw error;
        }
    }
}
