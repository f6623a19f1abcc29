package dev.clew.plugins.urlconnection;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/**
 * Where each try goes out, the JDK's own second one over a fresh connection included. Only while it does, the headers that carry
 * the trace on are among the request's: the application never sees them there.
 */
@Hook(type = "sun.net.www.MessageHeader", method = "print", params = "java.io.PrintStream", wakes = Wake.NOTHING)
final class HeadersHook {
    private HeadersHook() {}

    @Enter
    static MessageHeaders enter(@This Object headers) throws Throwable {
        return MessageHeaders.added(headers, Call.headers());
    }

    @Exit
    static void exit(@Entered MessageHeaders added) throws Throwable {
        if (added != null) {
            added.remove();
        }
    }
}
