package com.example.own;

import com.example.provider.Answer;
import com.example.provider.ChatRequest;
import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.test.chat.client.advisor.AbstractToolCallingAdvisorIT;

/** Spring AI's contract of tools, advisors and memories, over its own OpenAI model and a scripted provider. */
class SpringAiToolsTests extends AbstractToolCallingAdvisorIT {
    private static final List<String> PLACES = List.of("San Francisco", "Tokyo", "Paris");

    private static ScriptedProvider provider;

    @BeforeAll
    static void start() throws IOException {
        provider = ScriptedProvider.start(SpringAiToolsTests::answer, Faults.NONE, 0);
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Override
    protected ChatModel getChatModel() {
        OpenAiChatOptions options = OpenAiChatOptions.builder()
                .baseUrl(provider.baseUrl())
                .apiKey("key")
                .model("gpt-4o-mini")
                .build();
        return OpenAiChatModel.builder().options(options).build();
    }

    /** Asks for the weather of each place in the question, then says what it was told. */
    private static Answer answer(ChatRequest request) {
        StringBuilder told = new StringBuilder();
        List<Answer.Call> calls = new ArrayList<>();
        for (JsonNode message : request.body().path("messages")) {
            String text = message.path("content").toString();
            if (message.path("role").asText().equals("tool")) {
                told.append(text).append(' ');
            } else if (message.path("role").asText().equals("user")) {
                told.setLength(0);
                calls.clear();
                PLACES.stream().filter(text::contains).forEach(place -> calls.add(new Answer.Call(
                        "getCurrentWeather", "{\"location\":\"" + place + "\",\"lat\":1,\"lon\":2,\"unit\":\"C\"}")));
            }
        }
        return told.length() == 0 ? Answer.calls(null, calls.toArray(new Answer.Call[0])) : Answer.text(told.toString());
    }
}
