package dev.clew.wire;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;

/**
 * How one API writes its requests and answers: one small class a format. Stateless; called on the recorder's thread; never
 * throws for what a body holds: what can be read of a broken one is true as far as it goes.
 */
interface WireFormat {
    /** What the body asks for; null where it is no request of this format. A cut body is given the benefit of the doubt. */
    ModelRequest request(Payload body);

    /**
     * What the body answers, whole or as a stream of events.
     *
     * @param contentType as the response's header says, may be null
     * @param status of HTTP
     */
    ModelResponse response(Payload body, String contentType, int status);
}
