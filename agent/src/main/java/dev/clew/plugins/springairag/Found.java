package dev.clew.plugins.springairag;

import dev.clew.trace.Retrieval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.ai.document.Document;

/** The documents that a search found, in its order. */
record Found(List<Document> documents) implements Supplier<List<Retrieval.Document>> {
    /** Where Spring AI's own readers say what a document is of. */
    private static final String[] SOURCES = {"source", "file_name"};

    @Override
    public List<Retrieval.Document> get() {
        List<Retrieval.Document> all = new ArrayList<>(documents.size());
        for (Document document : documents) {
            all.add(new Retrieval.Document(document.getId(), document.getScore(), source(document), document.getText()));
        }
        return all;
    }

    private static String source(Document document) {
        Map<String, Object> metadata = document.getMetadata();
        for (String key : SOURCES) {
            if (metadata != null && metadata.get(key) instanceof String source) {
                return source;
            }
        }
        return null;
    }

    static void end(Retrieval retrieval, List<Document> documents, Throwable error) {
        if (retrieval != null) {
            if (documents != null) {
                retrieval.found(new Found(new ArrayList<>(documents)));
            }
            retrieval.close(error);
        }
    }
}
