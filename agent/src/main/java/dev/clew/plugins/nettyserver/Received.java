package dev.clew.plugins.nettyserver;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.function.UnaryOperator;

/** The headers of a request. */
final class Received implements UnaryOperator<String> {
    private final HttpHeaders headers;

    Received(HttpHeaders headers) {
        this.headers = headers;
    }

    @Override
    public String apply(String name) {
        List<String> values = headers.getAll(name);
        return values.isEmpty() ? null : values.size() == 1 ? values.get(0) : String.join(",", values);
    }
}
