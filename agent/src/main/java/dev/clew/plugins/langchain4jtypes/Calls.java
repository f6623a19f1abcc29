package dev.clew.plugins.langchain4jtypes;

import dev.clew.context.Rescuable;
import dev.clew.hook.Layer;
import dev.clew.trace.LlmCall;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the hooks of models have in common. */
public final class Calls {
    private Calls() {}

    /** A call that another model object works for: it ends as that one's. */
    private record Handed(LlmCall owner) implements Rescuable {
        @Override
        public void rescue() {
            owner.handedBack(null);
        }
    }

    /** Starts a streamed call, or adds to the one that an outer model has started; null for the latter. */
    public static LlmCall stream(Object model, ChatRequest request, String provider) {
        if (request == null) {
            return null;
        }
        LlmCall owner = LlmCall.owner("chat");
        LlmCall call = owner != null ? owner : LlmCall.start(model, provider, request.modelName());
        call.request(Layer.MODEL, new Asked(request, provider, true));
        return owner != null ? null : call;
    }

    /**
     * Starts a call, or adds to the one that an outer model has started: that of the model itself, or of one that decorates it.
     * A second model that works for the same outer one is a second call.
     *
     * @return for {@link #end}; null for nothing
     */
    public static Object begin(Object model, ChatRequest request, String provider) {
        if (request == null) {
            return null;
        }
        LlmCall owner = LlmCall.owner("chat");
        LlmCall.Delegate delegate = owner == null || owner.isFor(model) ? null : owner.handOn();
        boolean own = owner == null || delegate == LlmCall.Delegate.ANOTHER;
        LlmCall call = own ? LlmCall.start(model, provider, request.modelName()) : owner;
        call.request(Layer.MODEL, new Asked(request, provider, false));
        return own ? call : delegate == LlmCall.Delegate.FIRST ? new Handed(owner) : null;
    }

    public static void end(Object begun, ChatResponse response, Throwable error) {
        if (begun instanceof Handed handed) {
            handed.owner.handedBack(response == null ? null : new Answered(response));
            if (error != null) {
                handed.owner.event("clew.model.failed", new Failure(error));
            }
        } else if (begun instanceof LlmCall call) {
            answered(call, response);
            call.close(error);
        }
    }

    public static void answered(LlmCall call, ChatResponse response) {
        Supplier<ModelResponse> first = call.firstAnswer();
        if (response == null) {
            // what it was handed on to was answered, and paid for, whatever became of that
            if (first != null) {
                call.response(Layer.MODEL, first);
            }
            return;
        }
        Answered answer = new Answered(response);
        boolean several = call.hadSeveral();
        call.response(Layer.MODEL, several || first != null ? new Delegated(answer, first, several) : answer);
    }

    /** The method that begins a stream is over. */
    public static void begun(LlmCall call, Throwable error) {
        if (call != null) {
            call.leave();
            if (error != null) {
                call.end(error);
            }
        }
    }

    /** The well-known name; null for none. */
    public static String provider(ChatModel model) {
        try {
            return Providers.wellKnown(model.provider());
        } catch (RuntimeException theApplicationsOwn) {
            return null;
        }
    }

    /** The well-known name; null for none. */
    public static String provider(StreamingChatModel model) {
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

    /** What a model says that others work for: of several, each tells what it used; where one works alone, its word fills the gap. */
    private record Delegated(Answered last, Supplier<ModelResponse> first, boolean several) implements Supplier<ModelResponse> {
        @Override
        public ModelResponse get() {
            ModelResponse facts = last.get();
            if (several || facts.inputTokens == null && facts.outputTokens == null) {
                ModelResponse own = first == null ? null : first.get();
                facts.usageOf(own == null ? new ModelResponse() : own);
            }
            return facts;
        }
    }

    private record Failure(Throwable error) implements Supplier<Map<String, String>> {
        @Override
        public Map<String, String> get() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("error", error.getClass().getName());
            return facts;
        }
    }
}
