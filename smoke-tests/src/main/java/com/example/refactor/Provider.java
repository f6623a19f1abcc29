package com.example.refactor;

import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.io.IOException;
import java.time.Duration;

/** Where the model is: at OpenAI (or what speaks like it) if there is a key, else a scripted one in this process. */
final class Provider implements AutoCloseable {

    private final ScriptedProvider scripted;

    private Provider(ScriptedProvider scripted) {
        this.scripted = scripted;
    }

    static Provider choose(Faults faults) throws IOException {
        return new Provider(
                env("OPENAI_API_KEY", null) == null ? ScriptedProvider.start(new RefactorScript(), faults, 0) : null);
    }

    ChatModel model() {
        return OpenAiChatModel.builder()
                .baseUrl(scripted == null ? env("OPENAI_BASE_URL", "https://api.openai.com/v1") : scripted.baseUrl())
                .apiKey(env("OPENAI_API_KEY", "sk-scripted"))
                .modelName(env("OPENAI_MODEL", "gpt-4o-mini"))
                .temperature(0.0)
                .timeout(Duration.ofMinutes(2))
                .build();
    }

    private static String env(String name, String fallback) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? fallback : value;
    }

    @Override
    public void close() {
        if (scripted != null) {
            scripted.close();
        }
    }

    /** Runs the scripted provider alone, for an application in another process: {@code [port]}. */
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
        ScriptedProvider provider = ScriptedProvider.start(new RefactorScript(), Faults.NONE, port);
        System.out.println(provider.baseUrl());
        while (System.in.read() >= 0) {
            // until whoever started it goes away
        }
        provider.close();
    }
}
