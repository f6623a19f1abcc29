package com.example.own;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.test.vectorstore.BaseVectorStoreTests;
import org.springframework.ai.vectorstore.SimpleVectorStore;
import org.springframework.ai.vectorstore.VectorStore;

/** Spring AI's contract of vector stores, over its own store in memory. */
class SpringAiStoreTests extends BaseVectorStoreTests {
    @Override
    protected void executeTest(Consumer<VectorStore> test) {
        test.accept(SimpleVectorStore.builder(new Lengths()).build());
    }

    /** A model to which texts of one length are alike. */
    private static final class Lengths implements EmbeddingModel {
        @Override
        public EmbeddingResponse call(EmbeddingRequest request) {
            List<Embedding> all = new ArrayList<>();
            for (String text : request.getInstructions()) {
                all.add(new Embedding(vector(text), all.size()));
            }
            return new EmbeddingResponse(all);
        }

        @Override
        public float[] embed(Document document) {
            return vector(document.getText());
        }

        private static float[] vector(String text) {
            return new float[] {1, text.length()};
        }
    }
}
