package dev.clew.wire;

import dev.clew.trace.Facts;
import dev.clew.trace.LlmCall;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Operation;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was asked and answered in one exchange: noted as it passes, on the client's threads, and understood when its spans are written,
 * on the recorder's thread. Nothing of it is kept after that.
 */
final class Told {
    private final Wire wire;
    private final Operation operation;
    private final LlmCall call;

    final Body asked = new Body(Exchange.REQUEST_MAX, 0);
    final Body answered = new Body(Exchange.RESPONSE_MAX, Exchange.RESPONSE_TAIL);

    private volatile int status;
    private volatile String contentType;
    private volatile String contentEncoding;
    private volatile Supplier<Map<String, String>> headers;
    private volatile String requestEncoding;
    private volatile boolean requestComplete;

    private final Request request = new Request();
    private final Response response = new Response();

    /**
     * @param operation the exchange's own
     * @param call the model call that it is, or is an attempt of
     */
    Told(Wire wire, Operation operation, LlmCall call) {
        this.wire = wire;
        this.operation = operation;
        this.call = call;
    }

    Facts<ModelRequest> request() {
        return request;
    }

    Facts<ModelResponse> response() {
        return response;
    }

    void requestEncoding(String encoding) {
        requestEncoding = encoding;
    }

    void requestComplete() {
        requestComplete = true;
        asked.complete();
    }

    /** The request is about to be sent once more. */
    void again() {
        status = 0;
        contentEncoding = null;
        asked.again();
        answered.restart();
    }

    /**
     * The response has begun.
     *
     * @param encoding null for what is known already
     * @return the headers, which are read once, on the recorder's thread
     */
    Supplier<Map<String, String>> head(int status, String contentType, String encoding, Supplier<Map<String, String>> headers) {
        this.contentType = contentType;
        if (encoding != null) {
            contentEncoding = encoding;
        }
        this.status = status;
        Supplier<Map<String, String>> once = headers == null ? null : new Once(headers);
        this.headers = once;
        return once;
    }

    void responseEncoding(String encoding) {
        contentEncoding = encoding;
    }

    int status() {
        return status;
    }

    /** Whether a client that said something has more to say of what it sent. */
    boolean isUnderWay() {
        return !isAllTold() && (status != 0 || asked.seen() > 0);
    }

    private boolean isAllTold() {
        return requestComplete && !asked.isRefilling();
    }

    /** The client may know this exchange for as long as its request, which may be long. */
    private void written() {
        if (operation.isWritten() && call.isWritten()) {
            request.facts = null;
            response.facts = null;
            headers = null;
            asked.close();
            answered.close();
        }
    }

    private final class Request implements Facts<ModelRequest> {
        private boolean read;
        private ModelRequest facts;

        @Override
        public ModelRequest get() {
            boolean all = isAllTold();
            if (!read && (all || asked.seen() > 0 && call.isRendered())) {
                read = true;
                Payload body = asked.take().decoded(requestEncoding);
                facts = wire.format().request(new Sent(body, wire.path, wire.model));
                if (facts != null) {
                    complete(facts);
                } else if (!all) {
                    // it broke off where nothing is said yet of what it is
                    facts = address();
                }
            }
            // the body was never asked for, since there was no connection, or is not there yet
            return read ? facts : address();
        }

        /** Where the address is all we know. */
        private ModelRequest address() {
            ModelRequest address = new ModelRequest();
            complete(address);
            return address;
        }

        private void complete(ModelRequest facts) {
            facts.provider = facts.provider != null ? facts.provider : wire.provider;
            facts.model = facts.model != null ? facts.model : wire.model;
        }

        @Override
        public void written() {
            Told.this.written();
        }
    }

    private final class Response implements Facts<ModelResponse> {
        private boolean read;
        private ModelResponse facts;

        @Override
        public ModelResponse get() {
            if (!read) {
                read = true;
                Payload body = answered.take().decoded(contentEncoding);
                Supplier<Map<String, String>> all = headers;
                facts = wire.format().response(
                        new Received(body, contentType, status, all == null ? null : all.get(), wire.path, wire.model));
                if (body.gap) {
                    facts.cut = Boolean.TRUE;
                }
            }
            return facts;
        }

        @Override
        public void written() {
            Told.this.written();
        }
    }

    private static final class Once implements Supplier<Map<String, String>> {
        private Supplier<Map<String, String>> source;
        private Map<String, String> headers;

        Once(Supplier<Map<String, String>> source) {
            this.source = source;
        }

        @Override
        public Map<String, String> get() {
            if (source != null) {
                headers = source.get();
                source = null;
            }
            return headers;
        }
    }
}
