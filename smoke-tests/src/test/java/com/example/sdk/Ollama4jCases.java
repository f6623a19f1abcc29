package com.example.sdk;

import com.example.handover.Parents;
import io.github.ollama4j.Ollama;
import io.github.ollama4j.models.chat.OllamaChatMessageRole;
import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.models.embed.OllamaEmbedRequest;
import io.github.ollama4j.models.generate.OllamaGenerateRequest;
import io.github.ollama4j.models.generate.OllamaGenerateStreamObserver;
import io.github.ollama4j.models.request.ThinkMode;
import java.util.List;

/** ollama4j against a server that answers as Ollama does. */
public final class Ollama4jCases {
    private Ollama4jCases() {}

    private static String chat(Ollama ollama, String model, StringBuilder tokens) throws Exception {
        OllamaChatRequest request = OllamaChatRequest.builder()
                .withModel(model)
                .withMessage(OllamaChatMessageRole.USER, "Grüße?")
                .build();
        var result = ollama.chat(request, tokens == null ? null : piece -> tokens.append(piece.getMessage().getResponse()).append('|'));
        return result.getResponseModel().getMessage().getResponse() + ' ' + tokens;
    }

    private static String generate(Ollama ollama, String model) throws Exception {
        StringBuilder tokens = new StringBuilder();
        var request = OllamaGenerateRequest.builder().withModel(model).withPrompt("Grüße?").withThink(ThinkMode.DISABLED).build();
        var result = ollama.generate(request, new OllamaGenerateStreamObserver(null, tokens::append));
        return result.getResponse() + ' ' + tokens;
    }

    public static void main(String[] args) throws Exception {
        Ollama ollama = new Ollama("http://127.0.0.1:" + OllamaServer.start());
        OllamaServer.say("chat", () -> chat(ollama, "chat", null));
        OllamaServer.say("chat-stream", () -> chat(ollama, "chat-stream", new StringBuilder()));
        OllamaServer.say("missing", () -> chat(ollama, "missing", new StringBuilder()));
        OllamaServer.say("generate", () -> generate(ollama, "generate"));
        OllamaServer.say("vectors", () -> ollama.embed(new OllamaEmbedRequest("vectors", List.of("a"))).getEmbeddings());
        Parents.within("ollama", () -> OllamaServer.say("within", () -> chat(ollama, "within", new StringBuilder())));
        System.out.println("done");
        System.exit(0);
    }
}
