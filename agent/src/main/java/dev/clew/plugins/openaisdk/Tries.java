package dev.clew.plugins.openaisdk;

import com.openai.core.http.HttpRequest;
import dev.clew.trace.LlmCall;
import dev.clew.wire.Wire;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;

/** The tries of one call, from the first to the last. */
final class Tries implements BiConsumer<Object, Throwable> {
    private final LlmCall call;

    Tries(LlmCall call) {
        this.call = call;
    }

    /** Null where it is no model call, or is owned already. */
    static LlmCall own(HttpRequest request) {
        // how the request goes out in the end, the clients below decide: gateways, clouds
        Wire wire = Wire.recognise(request.method().name(), "/" + String.join("/", request.pathSegments()));
        return wire == null ? null : wire.own();
    }

    /** What was answered may still be read: then the last try is not over, nor is the call. */
    static void over(LlmCall call, Throwable error) {
        Throwable thrown = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (thrown == null) {
            call.settle();
        } else if (thrown instanceof CancellationException) {
            call.cancel();
        } else {
            call.end(thrown);
        }
    }

    @Override
    public void accept(Object response, Throwable error) {
        over(call, error);
    }
}
