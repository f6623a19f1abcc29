package dev.clew.plugins.springaiembeddings;

import dev.clew.hook.Layer;
import dev.clew.trace.LlmCall;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.ai.chat.metadata.EmptyUsage;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.embedding.EmbeddingOptions;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

/** What the hooks of embedding models have in common. */
final class Embeddings {
    /** Stands for every embedding model, so that a call of one is not taken for a chat. The same in every loader. */
    private static final String ANY = "an embedding model of Spring AI";

    private Embeddings() {}

    /** The open call of an embedding model that this thread works for, or null. */
    static LlmCall owner() {
        LlmCall owner = LlmCall.owner();
        return owner != null && owner.isFor(ANY) ? owner : null;
    }

    static LlmCall start(EmbeddingRequest request) {
        EmbeddingOptions options = request.getOptions();
        LlmCall call = LlmCall.start(ANY, "embeddings", null, options == null ? null : options.getModel());
        asked(call, request, null);
        return call;
    }

    static void asked(LlmCall call, EmbeddingRequest request, String provider) {
        call.request(Layer.MODEL, new Asked(new ArrayList<>(request.getInstructions()), request.getOptions(), provider));
    }

    private record Asked(List<String> texts, EmbeddingOptions options, String provider) implements Supplier<ModelRequest> {
        @Override
        public ModelRequest get() {
            ModelRequest r = new ModelRequest();
            r.provider = provider;
            r.model = options == null ? null : options.getModel();
            List<Part> parts = new ArrayList<>(texts.size());
            for (String text : texts) {
                parts.add(Part.text(text));
            }
            r.messages = parts.isEmpty() ? null : List.of(Message.of("user", parts));
            return r;
        }
    }

    record Answered(EmbeddingResponse response) implements Supplier<ModelResponse> {
        @Override
        public ModelResponse get() {
            ModelResponse r = new ModelResponse();
            int count = response.getResults().size();
            r.embeddings = (long) count;
            if (count > 0 && response.getResults().get(0).getOutput() != null) {
                r.dimensions = (long) response.getResults().get(0).getOutput().length;
            }
            if (response.getMetadata() != null) {
                String model = response.getMetadata().getModel();
                r.model = model == null || model.isEmpty() ? null : model;
                Usage usage = response.getMetadata().getUsage();
                boolean reported = usage != null && !(usage instanceof EmptyUsage) && usage.getPromptTokens() != null;
                r.inputTokens = reported ? Long.valueOf(usage.getPromptTokens()) : null;
            }
            return r;
        }
    }
}
