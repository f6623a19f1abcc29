package dev.clew.plugins.jdkhttp;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import dev.clew.wire.Exchanges;

/** Where the client follows a redirect of a model call: its next request has none of the headers that the client added to the first. */
@Hook(
        type = "jdk.internal.net.http.HttpRequestImpl",
        method = "newInstanceForRedirection",
        wakes = Wake.NOTHING)
final class RedirectHook {
    /** By the client's own request. */
    static final Exchanges SENT = new Exchanges();

    private RedirectHook() {}

    @Exit
    static void exit(@Arg(2) Object before, @Returned Object next) throws Throwable {
        goesOn(before, next);
    }

    static void goesOn(Object before, Object next) throws Throwable {
        Exchange exchange = next == null ? null : SENT.of(before);
        String[] more = exchange == null ? null : exchange.headers();
        if (more != null) {
            exchange.resent();
            SystemHeaders.add(next, more);
            SENT.putUntilEnd(next, exchange);
        }
    }
}
