package dev.clew.plugins.langchain4j;

import dev.clew.hook.Layer;
import dev.clew.plugins.langchain4jtypes.Messages;
import dev.clew.plugins.langchain4jtypes.Providers;
import dev.clew.trace.LlmCall;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
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
        LlmCall owner = LlmCall.owner("chat");
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
            return Providers.wellKnown(model.provider());
        } catch (RuntimeException theApplicationsOwn) {
            return null;
        }
    }

    static String provider(StreamingChatModel model) {
        try {
            return Providers.wellKnown(model.provider());
        } catch (RuntimeException theApplicationsOwn) {
            return null;
        }
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
