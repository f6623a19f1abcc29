package dev.clew.plugins.grpc;

import dev.clew.context.Current;
import io.grpc.ClientCall;
import io.grpc.ForwardingClientCall;
import io.grpc.ForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.Status;

/** A call of a model: looks at the messages as they pass, asks for none. */
final class ModelCall<Q, A> extends ForwardingClientCall.SimpleForwardingClientCall<Q, A> {
    private final String authority;
    private final String method;
    private volatile Rpc rpc;

    ModelCall(ClientCall<Q, A> call, String authority, String method) {
        super(call);
        this.authority = authority;
        this.method = method;
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
        Listener<A> watching = listener;
        try {
            Rpc begun = new Rpc(authority, method);
            rpc = begun;
            CarryingCall.add(headers, begun.headers());
            begun.livesWith(this);
            watching = listener == null ? null : new Watching<>(listener, begun, this);
        } catch (Throwable ours) {
            // not seen, then
        }
        try {
            delegate().start(watching, headers);
        } catch (Throwable failed) {
            if (rpc != null) {
                rpc.failed(failed);
            }
            throw failed;
        }
    }

    @Override
    public void sendMessage(Q message) {
        if (rpc != null) {
            rpc.asked(message);
        }
        delegate().sendMessage(message);
    }

    @Override
    public void cancel(String message, Throwable cause) {
        if (rpc != null) {
            rpc.stopping();
        }
        delegate().cancel(message, cause);
    }

    /** What it calls runs for the work that the application was at. It, not the call's span, holds the call. */
    private static final class Watching<A> extends ForwardingClientCallListener.SimpleForwardingClientCallListener<A> {
        private final Rpc rpc;
        private final ModelCall<?, A> call;

        Watching(Listener<A> listener, Rpc rpc, ModelCall<?, A> call) {
            super(listener);
            this.rpc = rpc;
            this.call = call;
        }

        @Override
        public void onHeaders(Metadata headers) {
            Object before = Current.set(rpc.caller);
            try {
                delegate().onHeaders(headers);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onMessage(A message) {
            rpc.answered(message);
            Object before = Current.set(rpc.caller);
            try {
                delegate().onMessage(message);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            rpc.closed(status.isOk() ? null : status.getCode().name(), status.getDescription());
            Object before = Current.set(rpc.caller);
            try {
                delegate().onClose(status, trailers);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onReady() {
            Object before = Current.set(rpc.caller);
            try {
                delegate().onReady();
            } finally {
                Current.set(before);
            }
        }

        @Override
        public String toString() {
            return call.toString();
        }
    }
}
