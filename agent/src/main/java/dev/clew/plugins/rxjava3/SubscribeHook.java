package dev.clew.plugins.rxjava3;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.Wake;

/** Every subscription of every operator passes here, of all five kinds of stream. */
@Hook(
        type = "io.reactivex.rxjava3.plugins.RxJavaPlugins",
        method = "onSubscribe",
        params = {"*", "*"},
        wakes = Wake.NOTHING)
final class SubscribeHook {
    private SubscribeHook() {}

    @ReplaceReturned
    static Object carry(@Arg(0) Object source, @Returned Object observer) {
        return Ends.carrying(source, observer);
    }
}
