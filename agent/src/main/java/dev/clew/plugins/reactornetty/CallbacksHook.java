package dev.clew.plugins.reactornetty;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import reactor.netty.Connection;

/** {@code doOnRequest}, {@code doOnResponse} and the like are called back for the work that sent the request. */
@Hook(
        type = "reactor.netty.http.client.HttpClientConfig$HttpClientDoOn",
        method = {"onStateChange", "onUncaughtException"},
        params = {"reactor.netty.Connection", "*"},
        wakes = Wake.NOTHING)
final class CallbacksHook {
    private CallbacksHook() {}

    @Enter
    static Object enter(@Arg(0) Connection connection) {
        Attempt attempt = Attempt.on(connection.channel());
        return attempt == null ? null : Carry.enter(attempt.caller);
    }

    @Exit
    static void exit(@Entered Object before) {
        Carry.leave(before);
    }
}
