package dev.clew.plugins.mutiny;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.Wake;
import io.smallrye.mutiny.subscription.UniSubscriber;

/** Every subscription of every operator of a Uni passes here, after the application's own interceptors. */
@Hook(
        type = "io.smallrye.mutiny.infrastructure.Infrastructure",
        method = "onUniSubscription",
        wakes = Wake.NOTHING)
final class UniSubscribeHook {
    private UniSubscribeHook() {}

    @ReplaceReturned
    static Object carry(@Arg(0) Object source, @Returned UniSubscriber<?> subscriber) {
        return Ends.uni(source, subscriber);
    }
}
