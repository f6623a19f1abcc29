package dev.clew.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.net.URI;
import java.util.Map;

/** One try of a model call over HTTP, below the call that owns it: so retries are seen. */
public final class HttpAttempt extends Operation {
    private final URI uri;
    private volatile int status;
    private volatile Long resend;
    private volatile Map<String, String> headers;
    private volatile String errorType;
    private volatile String errorMessage;

    private HttpAttempt(String method, URI uri, Operation parent) {
        super(method, SpanKind.CLIENT, Attributes.of(Semconv.HTTP_METHOD, method), parent);
        this.uri = uri;
    }

    /** Starts an attempt below {@code owner}. It does not become current. */
    public static HttpAttempt start(String method, URI uri, LlmCall owner) {
        HttpAttempt attempt = new HttpAttempt(method, uri, owner);
        attempt.open();
        return attempt;
    }

    public void status(int code) {
        status = code;
    }

    /** How many tries came before this one, where the client says so. */
    public void resend(long count) {
        resend = count;
    }

    /** Response headers, by lower-case name; only those on the allow-list are kept. */
    public void headers(Map<String, String> response) {
        headers = response;
    }

    /** The provider's own word for what went wrong. */
    public void failure(String type, String message) {
        errorType = type;
        errorMessage = message;
    }

    @Override
    void renderStart(SpanWriter out) {
        HttpFacts.uri(out, uri);
        out.fact(Semconv.HTTP_RESEND, resend);
    }

    @Override
    void renderEnd(SpanWriter out) {
        HttpFacts.response(out, status, headers);
        renderOutcome();
        if (!threw() && !wasCancelled() && (errorType != null || status >= HttpFacts.FIRST_ERROR)) {
            failed(errorType != null ? errorType : String.valueOf(status), errorMessage);
        }
    }

    @Override
    String waitsFor() {
        return uri.getHost() == null ? null : "an answer of " + HttpFacts.authority(uri);
    }

    @Override
    void release() {
        headers = null;
    }
}
