package dev.clew.plugins.reactor;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import reactor.core.CoreSubscriber;

/** {@code Mono.cacheInvalidateIf}, likewise. */
@Hook(
        type = "reactor.core.publisher.MonoCacheInvalidateIf",
        method = "subscribeOrReturn",
        params = "reactor.core.CoreSubscriber",
        wakes = Wake.NOTHING)
final class MonoCacheInvalidateIfHook {
    private MonoCacheInvalidateIfHook() {}

    @Replace(0)
    static CoreSubscriber<?> carry(@Arg(0) CoreSubscriber<?> subscriber) {
        return Ends.oneOfMany(subscriber);
    }
}
