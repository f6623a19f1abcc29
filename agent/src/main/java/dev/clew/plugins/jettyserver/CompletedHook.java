package dev.clew.plugins.jettyserver;

import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** Jetty 9.4 to 11: the response is complete, or given up. */
@Hook(type = "org.eclipse.jetty.server.HttpChannel", method = "onCompleted", params = {}, wakes = Wake.WEAVING)
final class CompletedHook {
    private CompletedHook() {}

    @Enter
    static Object enter(@This Object channel) throws Throwable {
        Channels.end(channel);
        return null;
    }
}
