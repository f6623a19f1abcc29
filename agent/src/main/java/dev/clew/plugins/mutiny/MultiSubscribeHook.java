package dev.clew.plugins.mutiny;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import io.smallrye.mutiny.subscription.MultiSubscriber;

/** The subscription of an operator of a Multi: its interceptors see only some of them. */
@Hook(
        type = "io.smallrye.mutiny.operators.AbstractMulti",
        subtypes = true,
        method = "subscribe",
        params = "io.smallrye.mutiny.subscription.MultiSubscriber",
        wakes = Wake.NOTHING)
final class MultiSubscribeHook {
    private MultiSubscribeHook() {}

    @Replace(0)
    static Object carry(@This Object source, @Arg(0) MultiSubscriber<?> subscriber) {
        return Ends.multi(source, subscriber);
    }
}
