package com.example.langchain4j;

import com.example.provider.Answer;
import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import dev.langchain4j.model.openai.OpenAiChatModel;

/** A model that says how probable its words were: it takes a real client to ask for that. */
public final class Probabilities {
    private Probabilities() {}

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        try (ScriptedProvider provider = ScriptedProvider.start(
                request -> Answer.text(request.says("JSON") ? "{\"confidence\":0.2}" : "twelve letters, and more"), Faults.NONE, 0)) {
            OpenAiChatModel model = OpenAiChatModel.builder()
                    .baseUrl(provider.baseUrl()).apiKey("key").modelName("gpt-4o-mini").logprobs(true).build();
            marks.run("probabilities", () -> System.out.println(model.chat("hi")));
            marks.run("probabilitiesOfAStatedOne", () -> System.out.println(model.chat("JSON please")));
        }
        System.exit(0);
    }
}
