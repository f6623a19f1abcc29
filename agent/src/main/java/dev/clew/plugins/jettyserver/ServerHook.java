package dev.clew.plugins.jettyserver;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.trace.Incoming;
import dev.clew.trace.Requests;

/** Jetty 9.4 to 11: where a request comes to the server's handlers. */
@Hook(
        type = "org.eclipse.jetty.server.Server",
        method = "handle",
        params = "org.eclipse.jetty.server.HttpChannel",
        wakes = Wake.WEAVING)
final class ServerHook {
    private ServerHook() {}

    @Enter
    static Object enter(@Arg(0) Object channel) throws Throwable {
        return channel == null || Incoming.isAny() ? null : Channels.begin(channel);
    }

    @Exit
    static void exit(@Entered Object entered) {
        Requests.leave(entered);
    }
}
