package dev.clew.plugins.jetty;

import dev.clew.context.Current;
import dev.clew.context.Rescuable;

/** While the client calls the application back, its thread works for what the application was at when it sent the request. */
final class Callback implements Rescuable {
    private final Object before;

    Callback(Object caller) {
        before = Current.set(caller);
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
