package dev.clew.plugins.reactor;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import reactor.core.CoreSubscriber;

/** A Flux at the upper end of a chain, whose signals may come from any thread, or one that the application subscribes to. */
@Hook(
        type = "reactor.core.publisher.Flux",
        subtypes = true,
        method = "subscribe",
        params = "reactor.core.CoreSubscriber",
        wakes = Wake.NOTHING)
final class FluxHook {
    private FluxHook() {}

    @Replace(0)
    static Object carry(@This Object publisher, @Arg(0) CoreSubscriber<?> subscriber) {
        return Ends.at(publisher, subscriber);
    }
}
