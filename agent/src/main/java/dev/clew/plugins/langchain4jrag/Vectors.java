package dev.clew.plugins.langchain4jrag;

import dev.clew.plugins.langchain4jtypes.Providers;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Part;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInput;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What embedding models are asked and answer, in Clew's words. */
final class Vectors {
    private static final int MAX_TEXTS = 256;

    /** Whether a model says its name, since 1.13, and its provider, since 1.19. */
    private static volatile boolean named = true;

    private static volatile boolean provided = true;

    private Vectors() {}

    /** Null where the model does not say. */
    static String model(EmbeddingModel model) {
        if (named) {
            try {
                String name = model.modelName();
                return "unknown".equals(name) ? null : name;
            } catch (NoSuchMethodError older) {
                named = false;
            } catch (RuntimeException theApplicationsOwn) {
                return null;
            }
        }
        return null;
    }

    /** Null where the model does not say. */
    static String provider(EmbeddingModel model) {
        if (provided) {
            try {
                return Providers.wellKnown(model.provider());
            } catch (NoSuchMethodError older) {
                provided = false;
            } catch (RuntimeException theApplicationsOwn) {
                return null;
            }
        }
        return null;
    }

    /** @param input a text, a segment, a list of segments, which may change, or a request */
    static Supplier<ModelRequest> asked(Object input) {
        if (input instanceof List<?> list) {
            return new Asked(new ArrayList<>(list.size() > MAX_TEXTS ? list.subList(0, MAX_TEXTS) : list), list.size() > MAX_TEXTS);
        }
        return new Asked(List.of(input), false);
    }

    /** @param cut whether there were too many texts to name them all */
    private record Asked(List<Object> input, boolean cut) implements Supplier<ModelRequest> {
        @Override
        public ModelRequest get() {
            ModelRequest request = new ModelRequest();
            List<Part> parts = new ArrayList<>(input.size());
            for (Object one : input) {
                if (one instanceof String text) {
                    parts.add(Part.text(text));
                } else if (one instanceof TextSegment segment) {
                    parts.add(Part.text(segment.text()));
                } else if (one != null) {
                    request.model = read((EmbeddingRequest) one, parts);
                }
            }
            request.messages = parts.isEmpty() ? null : List.of(Message.of("user", parts));
            request.cut = cut ? Boolean.TRUE : null;
            return request;
        }
    }

    private static String read(EmbeddingRequest request, List<Part> parts) {
        for (EmbeddingInput input : request.inputs()) {
            for (Content content : input.contents()) {
                boolean words = content instanceof TextContent;
                parts.add(words ? Part.text(((TextContent) content).text()) : Part.media(kind(content), null));
            }
        }
        return request.modelName();
    }

    private static String kind(Content content) {
        return content.type().name().toLowerCase(Locale.ROOT);
    }

    record Answered(Object response) implements Supplier<ModelResponse> {
        @Override
        public ModelResponse get() {
            ModelResponse facts = new ModelResponse();
            if (response instanceof Response<?> answer) {
                vectors(facts, answer.content());
                tokens(facts, answer.tokenUsage());
            } else {
                read((EmbeddingResponse) response, facts);
            }
            return facts;
        }
    }

    private static void read(EmbeddingResponse response, ModelResponse facts) {
        vectors(facts, response.embeddings());
        tokens(facts, response.tokenUsage());
        facts.model = response.modelName();
    }

    private static void vectors(ModelResponse facts, Object content) {
        List<?> all = content instanceof List<?> list ? list : content == null ? List.of() : List.of(content);
        facts.embeddings = (long) all.size();
        if (!all.isEmpty() && all.get(0) instanceof Embedding first && first.vector() != null) {
            facts.dimensions = (long) first.dimension();
        }
    }

    private static void tokens(ModelResponse facts, TokenUsage usage) {
        if (usage != null && usage.inputTokenCount() != null) {
            facts.inputTokens = usage.inputTokenCount().longValue();
        }
    }
}
