package com.example.langchain4j.examples;

import com.example.langchain4j.Marks;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;

/**
 * The applications that LangChain4j publishes as its examples, in other words: the tutorial of its agents, searches in
 * documents, a customer support. Each piece asks the provider for a model of its own name, so that its tokens can be told.
 */
public final class Examples {
    private final String provider;
    private final Marks marks;

    private Examples(String provider, Marks marks) {
        this.provider = provider;
        this.marks = marks;
    }

    /** {@code <file of marks> <base URL of the provider>}. */
    public static void main(String[] args) throws Exception {
        Examples examples = new Examples(args[1], new Marks(args[0]));
        new Tutorial(examples).run();
        new Hiring(examples).run();
        new Documents(examples).run();
        new Support(examples).run();
        System.exit(0);
    }

    Marks marks() {
        return marks;
    }

    ChatModel model(String piece) {
        return OpenAiChatModel.builder().baseUrl(provider).apiKey("sk-none").modelName(piece).temperature(0.0).build();
    }

    EmbeddingModel embeddings(String piece) {
        return OpenAiEmbeddingModel.builder().baseUrl(provider).apiKey("sk-none").modelName(piece).build();
    }
}
