package dev.clew.plugins.jettyserver;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.trace.Requests;

/** Jetty 9.4 to 11: an asynchronous request goes on, with a dispatch or a callback. Nothing where the request is a new one. */
@Hook(type = "org.eclipse.jetty.server.HttpChannel", method = "handle", params = {}, wakes = Wake.NOTHING)
final class AgainHook {
    private AgainHook() {}

    @Enter
    static Object enter(@This Object channel) {
        return Requests.resume(channel);
    }

    @Exit
    static void exit(@Entered Object entered) {
        Requests.leave(entered);
    }
}
