package dev.clew.plugins.jettyserver;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.trace.Requests;

/** Jetty 9.4 to 11: an asynchronous request that was dispatched before its first thread had left. */
@Hook(
        type = "org.eclipse.jetty.server.Server",
        method = "handleAsync",
        params = "org.eclipse.jetty.server.HttpChannel",
        wakes = Wake.NOTHING)
final class DispatchHook {
    private DispatchHook() {}

    @Enter
    static Object enter(@Arg(0) Object channel) {
        return Requests.resume(channel);
    }

    @Exit
    static void exit(@Entered Object entered) {
        Requests.leave(entered);
    }
}
