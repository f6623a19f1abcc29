package dev.clew.trace;

import io.opentelemetry.api.common.AttributeKey;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What is recorded of an HTTP exchange: the address without its query, the status, and headers from an allow-list. */
final class HttpFacts implements HttpLeg {
    private static final int FIRST_ERROR = 400;

    private static final Set<String> HEADERS = Set.of(
            "retry-after",
            "retry-after-ms",
            "x-request-id",
            "request-id",
            "apim-request-id",
            "x-ms-region",
            "x-amzn-requestid",
            "openai-processing-ms",
            "x-should-retry");

    private static final String[] HEADER_PREFIXES = {"x-ratelimit-", "anthropic-ratelimit-"};

    private final URI uri;
    private volatile int status;
    private volatile Long resend;
    private volatile Supplier<Map<String, String>> headers;

    HttpFacts(URI uri) {
        this.uri = uri;
    }

    @Override
    public void status(int code) {
        status = code;
    }

    @Override
    public void resend(long count) {
        resend = count;
    }

    @Override
    public void headers(Supplier<Map<String, String>> response) {
        headers = response;
    }

    void renderStart(SpanWriter out) {
        out.fact(Semconv.HTTP_RESEND, resend);
        if (uri.getHost() == null) {
            return;
        }
        out.fact(Semconv.SERVER_ADDRESS, uri.getHost());
        out.fact(Semconv.SERVER_PORT, (long) port(uri));
        // keys travel in queries (Gemini's ?key=) and user infos
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        out.masked(Semconv.URL, uri.getScheme() + "://" + authority(uri) + path);
    }

    /** What a failed status is called where the body has no name for it; null where it is none. */
    String failure() {
        return status >= FIRST_ERROR ? String.valueOf(status) : null;
    }

    String waitsFor() {
        return uri.getHost() == null ? null : "an answer of " + authority(uri);
    }

    void release() {
        headers = null;
    }

    private static String authority(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ':' + uri.getPort();
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    void renderEnd(SpanWriter out) {
        if (status > 0) {
            out.fact(Semconv.HTTP_STATUS, (long) status);
        }
        Map<String, String> all = TraceCore.ask(headers);
        if (all == null) {
            return;
        }
        for (Map.Entry<String, String> header : all.entrySet()) {
            if (isAllowed(header.getKey())) {
                out.fact(
                        AttributeKey.stringArrayKey("http.response.header." + header.getKey()),
                        List.of(dev.clew.capture.Masking.mask(header.getValue())));
            }
        }
    }

    private static boolean isAllowed(String name) {
        if (HEADERS.contains(name)) {
            return true;
        }
        for (String prefix : HEADER_PREFIXES) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
