package dev.clew.plugins.ktor;

import io.ktor.client.request.HttpRequestData;
import io.ktor.http.HeadersBuilder;

/** What the engine is given to send, which is not what the application's response tells of as its request. */
final class Requests {
    private Requests() {}

    /** Null where nothing is to be added, or the application has set the trace itself. */
    static HttpRequestData with(HttpRequestData request, String[] more) {
        if (more == null || request.getHeaders().contains("traceparent")) {
            return null;
        }
        HeadersBuilder headers = new HeadersBuilder();
        headers.appendAll(request.getHeaders());
        for (int i = 0; i < more.length; i += 2) {
            headers.append(more[i], more[i + 1]);
        }
        return new HttpRequestData(
                request.getUrl(),
                request.getMethod(),
                headers.build(),
                request.getBody(),
                request.getExecutionContext(),
                request.getAttributes());
    }
}
