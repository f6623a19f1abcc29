package dev.clew.plugins.apachehttp5;

import dev.clew.context.Rescuable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.message.BasicHeader;

/** A request while it is sent, with what is of ours in it. */
final class Attempt implements Rescuable {
    private final ClassicHttpRequest request;
    private final Header[] added;
    private final HttpEntity body;
    private final HttpEntity tee;

    private Attempt(ClassicHttpRequest request, Header[] added, HttpEntity body, HttpEntity tee) {
        this.request = request;
        this.added = added;
        this.body = body;
        this.tee = tee;
    }

    /** Null where the request stays as it is. */
    static Attempt begin(ClassicHttpRequest request) {
        if (request == null || "CONNECT".equals(request.getMethod())) {
            return null;
        }
        String[] headers = Call.headers();
        boolean add = headers != null && !request.containsHeader("traceparent");
        HttpEntity body = request.getEntity();
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
            request.setEntity(tee);
        }
        return new Attempt(request, added, body, tee);
    }

    void end() {
        for (int i = 0; i < added.length; i++) {
            request.removeHeader(added[i]);
        }
        if (tee != null && request.getEntity() == tee) {
            request.setEntity(body);
        }
    }

    @Override
    public void rescue() {
        end();
    }
}
