package dev.clew.plugins.langchain4j;

import dev.clew.hook.Layer;
import dev.clew.trace.LlmCall;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.function.Supplier;

/** What the hooks of models have in common. */
final class Calls {
    private Calls() {}

    /** Starts a call, or adds to the one that an outer model has started; null for the latter. */
    static LlmCall begin(Object model, ChatRequest request, String provider, boolean stream) {
        if (request == null) {
            return null;
        }
        LlmCall owner = LlmCall.owner();
        LlmCall call = owner != null ? owner : LlmCall.start(model, provider, request.modelName());
        call.request(Layer.MODEL, new Asked(request, provider, stream));
        return owner != null ? null : call;
    }

    static void end(LlmCall call, ChatResponse response, Throwable error) {
        if (call != null) {
            answered(call, response);
            call.close(error);
        }
    }

    static void answered(LlmCall call, ChatResponse response) {
        if (response != null) {
            call.response(Layer.MODEL, new Answered(response));
        }
    }

    /** The method that begins a stream is over. */
    static void begun(LlmCall call, Throwable error) {
        if (call != null) {
            call.leave();
            if (error != null) {
                call.end(error);
            }
        }
    }

    static String provider(ChatModel model) {
        try {
            return wellKnown(model.provider());
        } catch (RuntimeException theApplicationsOwn) {
            return null;
        }
    }

    static String provider(StreamingChatModel model) {
        try {
            return wellKnown(model.provider());
        } catch (RuntimeException theApplicationsOwn) {
            return null;
        }
    }

    /** By name, since the enumeration grows. Null where the model does not say. */
    static String wellKnown(ModelProvider provider) {
        if (provider == null) {
            return null;
        }
        return switch (provider.name()) {
            case "OPEN_AI" -> "openai";
            case "ANTHROPIC" -> "anthropic";
            case "AMAZON_BEDROCK" -> "aws.bedrock";
            case "AZURE_OPEN_AI" -> "azure.ai.openai";
            case "MICROSOFT_FOUNDRY", "GITHUB_MODELS" -> "azure.ai.inference";
            case "GOOGLE_AI_GEMINI" -> "gcp.gemini";
            case "GOOGLE_GENAI" -> "gcp.gen_ai";
            case "GOOGLE_VERTEX_AI_GEMINI", "GOOGLE_VERTEX_AI_ANTHROPIC" -> "gcp.vertex_ai";
            case "MISTRAL_AI" -> "mistral_ai";
            case "WATSONX" -> "ibm.watsonx.ai";
            case "OTHER" -> null;
            default -> provider.name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private record Asked(ChatRequest request, String provider, boolean stream) implements Supplier<ModelRequest> {
        @Override
        public ModelRequest get() {
            ModelRequest facts = Messages.request(request);
            facts.provider = provider;
            facts.stream = stream ? Boolean.TRUE : null;
            return facts;
        }
    }

    private record Answered(ChatResponse response) implements Supplier<ModelResponse> {
        @Override
        public ModelResponse get() {
            return Messages.response(response);
        }
    }
}
