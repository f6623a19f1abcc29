package dev.clew.plugins.reactor;

import dev.clew.hook.Hook;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.Wake;
import reactor.core.CoreSubscriber;

/**
 * A subscriber of the application's own at the lower end of a chain, who may ask for more on any thread. Here one that is only
 * of reactive streams' kind stands behind Reactor's own, which holds it to the specification, and never sees ours.
 */
@Hook(
        type = "reactor.core.publisher.Operators",
        method = "toCoreSubscriber",
        params = "org.reactivestreams.Subscriber",
        wakes = Wake.NOTHING)
final class SubscribeHook {
    private SubscribeHook() {}

    @ReplaceReturned
    static Object carry(@Returned CoreSubscriber<?> subscriber) {
        return Ends.last(subscriber);
    }
}
