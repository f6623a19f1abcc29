package dev.clew.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.util.function.Supplier;

/** A call of an embedding model: the span {@code embeddings <model>}. */
public final class EmbeddingCall extends Operation {
    private volatile Supplier<ModelRequest> request;
    private volatile Supplier<ModelResponse> response;
    private volatile Long dimensions;

    private EmbeddingCall(String model, Attributes known, Operation parent) {
        super(model == null ? "embeddings" : "embeddings " + model, SpanKind.CLIENT, known, parent);
    }

    /** Starts an embedding call below the current operation and makes it current; null where provider or model is not known. */
    public static EmbeddingCall start(String provider, String model) {
        var known = Attributes.builder().put(Semconv.OPERATION, "embeddings");
        if (provider != null) {
            known.put(Semconv.PROVIDER, provider);
        }
        if (model != null) {
            known.put(Semconv.REQUEST_MODEL, model);
        }
        EmbeddingCall call = new EmbeddingCall(model, known.build(), current());
        call.enter();
        return call;
    }

    public void request(Supplier<ModelRequest> facts) {
        request = facts;
    }

    public void response(Supplier<ModelResponse> facts) {
        response = facts;
    }

    public void dimensions(long count) {
        dimensions = count;
    }

    @Override
    void renderStart(SpanWriter out) {
        ModelRequest facts = TraceCore.ask(request);
        if (facts != null) {
            if (facts.model != null) {
                span.updateName("embeddings " + facts.model);
            }
            out.request(facts);
        }
    }

    @Override
    void renderEnd(SpanWriter out) {
        ModelResponse facts = TraceCore.ask(response);
        if (facts != null) {
            out.response(facts);
        }
        out.fact(Semconv.DIMENSIONS, dimensions);
        renderOutcome();
    }

    @Override
    void release() {
        request = null;
        response = null;
    }
}
