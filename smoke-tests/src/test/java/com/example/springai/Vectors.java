package com.example.springai;

import java.util.ArrayList;
import java.util.List;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.embedding.EmbeddingResponseMetadata;

/** Three numbers a text. */
final class Vectors implements EmbeddingModel {
    @Override
    public EmbeddingResponse call(EmbeddingRequest request) {
        List<Embedding> all = new ArrayList<>();
        for (String text : request.getInstructions()) {
            all.add(new Embedding(new float[] {text.length(), 1, 2}, all.size()));
        }
        return new EmbeddingResponse(all, new EmbeddingResponseMetadata("vectors-1", new DefaultUsage(7, 0)));
    }

    @Override
    public float[] embed(Document document) {
        return embed(document.getText());
    }
}
