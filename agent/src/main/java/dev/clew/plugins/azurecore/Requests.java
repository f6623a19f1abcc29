package dev.clew.plugins.azurecore;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import dev.clew.wire.Wire;
import java.net.URISyntaxException;
import java.net.URL;

/** What a request is. */
final class Requests {
    private Requests() {}

    /** Null for nothing we know. */
    static Wire recognise(HttpRequest request) {
        URL url = request == null || request.getHttpMethod() == null ? null : request.getUrl();
        if (url == null || !Wire.mayBe(request.getHttpMethod().name(), url.getPath())) {
            return null;
        }
        try {
            String type = request.getHeaders().getValue(HttpHeaderName.CONTENT_TYPE);
            return Wire.recognise(request.getHttpMethod().name(), url.toURI(), type);
        } catch (URISyntaxException asItIs) {
            return null;
        }
    }
}
