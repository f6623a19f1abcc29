package dev.clew.trace;

import io.opentelemetry.api.common.AttributeKey;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is recorded of an HTTP exchange: the address without its query, the status, and headers from an allow-list. */
final class HttpFacts {
    static final int FIRST_ERROR = 400;

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

    private HttpFacts() {}

    static void uri(SpanWriter out, URI uri) {
        if (uri == null || uri.getHost() == null) {
            return;
        }
        out.fact(Semconv.SERVER_ADDRESS, uri.getHost());
        out.fact(Semconv.SERVER_PORT, (long) port(uri));
        // keys travel in queries (Gemini's ?key=) and user infos
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        out.masked(Semconv.URL, uri.getScheme() + "://" + authority(uri) + path);
    }

    static String authority(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ':' + uri.getPort();
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    /** @param headers by lower-case name; null for none */
    static void response(SpanWriter out, int status, Map<String, String> headers) {
        if (status > 0) {
            out.fact(Semconv.HTTP_STATUS, (long) status);
        }
        if (headers == null) {
            return;
        }
        for (Map.Entry<String, String> header : headers.entrySet()) {
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
