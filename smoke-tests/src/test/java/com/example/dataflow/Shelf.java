package com.example.dataflow;

import java.util.ArrayList;
import java.util.List;
import org.springframework.ai.document.Document;
import org.springframework.ai.rag.Query;
import org.springframework.ai.rag.retrieval.search.DocumentRetriever;

/** A search that always finds the same. */
final class Shelf implements DocumentRetriever {
    private final List<String> texts;

    Shelf(List<String> texts) {
        this.texts = texts;
    }

    @Override
    public List<Document> retrieve(Query query) {
        List<Document> found = new ArrayList<>();
        texts.forEach(text -> found.add(new Document(text)));
        return found;
    }
}
