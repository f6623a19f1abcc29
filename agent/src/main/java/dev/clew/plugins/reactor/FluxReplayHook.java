package dev.clew.plugins.reactor;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import reactor.core.CoreSubscriber;

/** {@code replay} and {@code cache}: each subscriber hears the one upstream for work of its own. */
@Hook(
        type = "reactor.core.publisher.FluxReplay",
        method = "subscribeOrReturn",
        params = "reactor.core.CoreSubscriber",
        wakes = Wake.NOTHING)
final class FluxReplayHook {
    private FluxReplayHook() {}

    @Replace(0)
    static CoreSubscriber<?> carry(@Arg(0) CoreSubscriber<?> subscriber) {
        return Ends.oneOfMany(subscriber);
    }
}
