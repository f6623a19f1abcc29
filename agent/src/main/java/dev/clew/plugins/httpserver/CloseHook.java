package dev.clew.plugins.httpserver;

import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** The application gives an exchange up, perhaps before the response is complete. */
@Hook(type = "sun.net.httpserver.ExchangeImpl", method = "close", params = {}, wakes = Wake.WEAVING)
final class CloseHook {
    private CloseHook() {}

    @Exit
    static void exit(@This Object exchange) throws Throwable {
        Exchanges.end(exchange);
    }
}
