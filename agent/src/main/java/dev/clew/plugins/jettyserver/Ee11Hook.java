package dev.clew.plugins.jettyserver;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.trace.Requests;

/** Jetty 12 with Jakarta EE 11: an asynchronous request goes on. Within the first pass, nothing. */
@Hook(type = "org.eclipse.jetty.ee11.servlet.ServletChannel", method = "handle", params = {}, wakes = Wake.NOTHING)
final class Ee11Hook {
    private Ee11Hook() {}

    @Enter
    static Object enter(@This Object channel) throws Throwable {
        return ServletChannels.resume(channel);
    }

    @Exit
    static void exit(@Entered Object entered) {
        Requests.leave(entered);
    }
}
