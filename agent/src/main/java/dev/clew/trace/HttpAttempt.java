package dev.clew.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/** One try of a model call over HTTP, below the call that owns it: so retries are seen. */
public final class HttpAttempt extends Operation implements HttpLeg {
    private final String method;
    private final LlmCall owner;
    private final HttpFacts http;
    private volatile Supplier<ModelResponse> response;

    private HttpAttempt(String method, URI uri, LlmCall owner) {
        super(method, SpanKind.CLIENT, Attributes.empty(), owner);
        this.method = method;
        this.owner = owner;
        this.http = new HttpFacts(uri);
    }

    /** Starts an attempt below {@code owner}. It does not become current. */
    public static HttpAttempt start(String method, URI uri, LlmCall owner) {
        HttpAttempt attempt = new HttpAttempt(method, uri, owner);
        attempt.open();
        owner.tried(attempt);
        return attempt;
    }

    @Override
    boolean isModelCall() {
        return true;
    }

    @Override
    public void status(int code) {
        http.status(code);
    }

    @Override
    public void resend(long count) {
        http.resend(count);
    }

    @Override
    public void headers(Supplier<Map<String, String>> response) {
        http.headers(response);
    }

    /** What the body says; only what went wrong is recorded here, the rest is the owner's. */
    public void response(Supplier<ModelResponse> facts) {
        response = facts;
    }

    /** What a failed status is called; null where it is none. */
    String failure() {
        return http.failure();
    }

    @Override
    void atEnd() {
        owner.attemptEnded(this);
    }

    /** Whether it counts is what its call is told. */
    @Override
    boolean mayLearnMore() {
        return owner.mayLearnMore();
    }

    @Override
    boolean counts() {
        return owner.willCount();
    }

    @Override
    void renderStart(SpanWriter out) {
        out.fact(Semconv.HTTP_METHOD, method);
        http.renderStart(out);
    }

    @Override
    void renderEnd(SpanWriter out) {
        http.renderEnd(out);
        ModelResponse facts = wasCancelled() || !threw() ? TraceCore.ask(response) : null;
        boolean stopped = renderOutcome(facts);
        if (!threw() && !stopped) {
            String named = facts != null && facts.errorType != null ? facts.errorType : http.failure();
            if (named != null) {
                failed(named, facts == null ? null : facts.errorMessage);
            }
        }
    }

    @Override
    String waitsFor() {
        return http.waitsFor();
    }

    @Override
    void release() {
        http.release();
        Facts.written(response);
        response = null;
    }
}
