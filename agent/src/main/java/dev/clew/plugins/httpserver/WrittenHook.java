package dev.clew.plugins.httpserver;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;

/** The server is told that a response was written to its end. */
@Hook(type = "sun.net.httpserver.ServerImpl", method = "addEvent", wakes = Wake.WEAVING)
final class WrittenHook {
    private WrittenHook() {}

    @Enter
    static Object enter(@Arg(0) Object event) throws Throwable {
        // WriteFinishedEvent on JDK 17, Event$WriteFinished on JDK 25
        if (event != null && event.getClass().getName().contains("WriteFinished")) {
            Exchanges.end(Exchanges.of(event));
        }
        return null;
    }
}
