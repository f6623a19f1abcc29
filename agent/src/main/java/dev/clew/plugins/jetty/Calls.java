package dev.clew.plugins.jetty;

import dev.clew.trace.Operation;
import dev.clew.wire.Exchange;
import dev.clew.wire.Exchanges;
import dev.clew.wire.Wire;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import org.eclipse.jetty.client.ByteBufferRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpExchange;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.http.HttpFields;

/** Requests on their way out, each an attempt: what the client sends again after a redirect or a refusal is another one. */
final class Calls {
    /** By request, and by receiver for as long as it receives the answer. */
    static final Exchanges ALL = new Exchanges();

    private static final String TRACE = "traceparent";

    private Calls() {}

    /** Null where it is no model call, or one that has begun. */
    static Exchange begin(HttpRequest request) {
        if (goesOn(request)) {
            return null;
        }
        String method = request.getMethod();
        if (!Wire.mayBe(method, request.getPath()) || ALL.of(request) != null) {
            return null;
        }
        URI uri = request.getURI();
        Wire wire = uri == null ? null : Wire.recognise(method, uri, contentType(request));
        if (wire == null) {
            return null;
        }
        HttpFields headers = request.getHeaders();
        Exchange exchange = Exchange.begin(wire, method, uri, headers.get("x-stainless-retry-count"));
        try {
            exchange.requestEncoding(headers.get("content-encoding"));
            exchange.livesWith(request);
            ALL.put(request, exchange);
            whole(request, exchange);
            return exchange;
        } catch (Throwable failed) {
            exchange.rescue();
            throw failed;
        }
    }

    /** Whether the client sends this by itself, for a call that it was answered with a redirect or a challenge: that goes on with it. */
    private static boolean goesOn(HttpRequest request) {
        for (HttpExchange earlier : request.getConversation().getExchanges()) {
            Request sent = earlier.getRequest();
            Exchange exchange = sent == request ? null : ALL.of(sent);
            if (exchange != null && exchange.again()) {
                ALL.take(sent);
                ALL.put(request, exchange);
                whole(request, exchange);
                return true;
            }
        }
        return false;
    }

    /** What a client does by itself comes after such an answer, if it does. */
    static boolean mayGoOn(Request request, Response response) {
        int status = response == null ? 0 : response.getStatus();
        return status > 300 && status < 400 && request.isFollowRedirects() || status == 401 || status == 407;
    }

    /** The client makes a header of what the body says, but later. */
    private static String contentType(Request request) {
        String stated = request.getHeaders().get("content-type");
        return stated != null || request.getBody() == null ? stated : request.getBody().getContentType();
    }

    /** What is in memory is read at once: a request that never gets a connection is never asked for it. */
    private static void whole(Request request, Exchange exchange) {
        if (request.getBody() instanceof ByteBufferRequestContent) {
            for (ByteBuffer bytes : ((ByteBufferRequestContent) request.getBody()).getByteBuffers()) {
                exchange.request().add(bytes);
            }
            exchange.requestComplete();
        } else if (request.getBody() == null) {
            exchange.requestComplete();
        }
    }

    /** Whether the body is to be copied as it is sent. */
    static boolean isSentPiecewise(Request request) {
        return !(request.getBody() instanceof ByteBufferRequestContent);
    }

    /** Adds the headers that carry the trace on, as the client adds its own. */
    static void carryOn(HttpRequest request, Exchange exchange) {
        String[] more = exchange == null ? Operation.outgoing() : exchange.headers();
        String stated = more == null ? null : request.getHeaders().get(TRACE);
        if (more != null && (stated == null || isOurs(request, stated))) {
            request.headers(headers -> {
                for (int i = 0; i < more.length; i += 2) {
                    headers.put(more[i], more[i + 1]);
                }
            });
        }
    }

    /** What the client sends after a redirect has the headers of what it sent before, ours too. */
    private static boolean isOurs(HttpRequest request, String stated) {
        if (isOf(ALL.of(request), stated)) {
            return true;
        }
        for (HttpExchange earlier : request.getConversation().getExchanges()) {
            if (isOf(ALL.of(earlier.getRequest()), stated)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(Exchange exchange, String stated) {
        String[] ours = exchange == null ? null : exchange.headers();
        return ours != null && stated.equals(ours[1]);
    }

    /** What the application is told of is over. @param failure null where it went well */
    static void end(Exchange exchange, Throwable failure) {
        if (failure == null) {
            exchange.complete();
        } else if (failure instanceof AsynchronousCloseException) {
            // what is made of a stream that is closed before its end
            exchange.cancel();
        } else {
            exchange.fail(failure);
        }
    }

    /** For callbacks: to be current is what the request was sent for. Null for no model call. */
    static Callback callback(Request request) {
        Exchange exchange = ALL.of(request);
        return exchange == null ? null : new Callback(exchange.caller());
    }
}
