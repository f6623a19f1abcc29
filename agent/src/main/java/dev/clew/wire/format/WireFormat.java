package dev.clew.wire.format;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;

/**
 * How one API writes its requests and answers: one small class a format. Stateless; called on the recorder's thread; never
 * throws for what a body holds: what can be read of a broken one is true as far as it goes.
 */
public interface WireFormat {
    /** What is asked for; null where it is no request of this format. A cut body is given the benefit of the doubt. */
    ModelRequest request(Sent sent);

    /** What is answered, whole or as a stream of events; never null. */
    ModelResponse response(Received received);
}
