package dev.clew.plugins.reactornetty;

import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import reactor.netty.Connection;

/** The application wants no more of a response. */
@Hook(
        type = "reactor.netty.http.client.HttpClientOperations",
        method = "onInboundCancel",
        params = {},
        wakes = Wake.NOTHING)
final class CancelHook {
    private CancelHook() {}

    @Enter
    static Object enter(@This Object operations) {
        Attempt attempt = Attempt.on(((Connection) operations).channel());
        if (attempt != null) {
            attempt.cancelled();
        }
        return null;
    }
}
