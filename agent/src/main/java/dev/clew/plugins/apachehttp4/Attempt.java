package dev.clew.plugins.apachehttp4;

import dev.clew.context.Rescuable;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpRequest;
import org.apache.http.message.BasicHeader;

/** A request while it is sent, with what is of ours in it. */
final class Attempt implements Rescuable {
    private final HttpRequest request;
    private final Header[] added;
    private final HttpEntity body;
    private final HttpEntity tee;

    private Attempt(HttpRequest request, Header[] added, HttpEntity body, HttpEntity tee) {
        this.request = request;
        this.added = added;
        this.body = body;
        this.tee = tee;
    }

    /** Null where the request stays as it is. */
    static Attempt begin(HttpRequest request) {
        if (request == null || "CONNECT".equals(request.getRequestLine().getMethod())) {
            return null;
        }
        String[] headers = Call.headers();
        boolean add = headers != null && !request.containsHeader("traceparent");
        HttpEntity body = Call.entity(request);
        HttpEntity tee = Call.tee(request, body);
        if (!add && tee == null) {
            return null;
        }
        Header[] added = new Header[add ? headers.length / 2 : 0];
        for (int i = 0; i < added.length; i++) {
            added[i] = new BasicHeader(headers[2 * i], headers[2 * i + 1]);
            request.addHeader(added[i]);
        }
        if (tee != null) {
            ((HttpEntityEnclosingRequest) request).setEntity(tee);
        }
        return new Attempt(request, added, body, tee);
    }

    void end() {
        for (int i = 0; i < added.length; i++) {
            request.removeHeader(added[i]);
        }
        if (tee != null && Call.entity(request) == tee) {
            ((HttpEntityEnclosingRequest) request).setEntity(body);
        }
    }

    @Override
    public void rescue() {
        end();
    }
}
