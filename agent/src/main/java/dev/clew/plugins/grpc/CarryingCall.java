package dev.clew.plugins.grpc;

import io.grpc.ClientCall;
import io.grpc.ForwardingClientCall;
import io.grpc.Metadata;

/** Carries the trace on, unless the application does so itself. */
final class CarryingCall<Q, A> extends ForwardingClientCall.SimpleForwardingClientCall<Q, A> {
    private final String[] more;

    CarryingCall(ClientCall<Q, A> call, String[] more) {
        super(call);
        this.more = more;
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
        try {
            add(headers, more);
        } catch (Throwable ours) {
            // then it is not carried on
        }
        delegate().start(listener, headers);
    }

    /** @param more name, value, ...; null for none */
    static void add(Metadata headers, String[] more) {
        if (more == null || headers.containsKey(key("traceparent"))) {
            return;
        }
        for (int i = 0; i < more.length; i += 2) {
            headers.put(key(more[i]), more[i + 1]);
        }
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
