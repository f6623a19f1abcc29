package com.example.modular;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A model call over raw java.net.http, then an agent with a tool: {@code <base url>}. */
public final class Modular {
    private Modular() {}

    public interface Assistant {
        String chat(String text);
    }

    public static final class Clock {
        @Tool("What time it is")
        public String time() {
            return "12:00";
        }
    }

    public static void main(String[] args) throws Exception {
        System.out.println(Modular.class.getModule() + " on " + AiServices.class.getModule());
        HttpRequest request = HttpRequest.newBuilder(URI.create(args[0] + "/chat/completions"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"model\":\"raw\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}"))
                .build();
        System.out.println(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode());

        Assistant assistant = AiServices.builder(Assistant.class)
                .chatModel(OpenAiChatModel.builder().baseUrl(args[0]).apiKey("none").modelName("whole").build())
                .tools(new Clock())
                .build();
        System.out.println(assistant.chat("What time is it?"));
    }
}
