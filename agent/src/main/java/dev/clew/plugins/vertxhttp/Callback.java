package dev.clew.plugins.vertxhttp;

import dev.clew.context.Current;
import dev.clew.context.Rescuable;
import dev.clew.wire.Exchange;

/** While the client calls the application back, its thread works for what the application was at when it sent the request. */
final class Callback implements Rescuable {
    private final Object before;

    private Callback(Object caller) {
        before = Current.set(caller);
    }

    static Callback of(Exchange exchange) {
        return new Callback(exchange.caller());
    }

    static void over(Callback callback) {
        if (callback != null) {
            Current.set(callback.before);
        }
    }

    @Override
    public void rescue() {
        Current.set(before);
    }
}
