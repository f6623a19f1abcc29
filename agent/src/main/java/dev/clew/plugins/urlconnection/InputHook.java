package dev.clew.plugins.urlconnection;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import java.net.HttpURLConnection;

/** Sends the request and waits for the response's head; whatever asks for anything of the response comes through here. */
@Hook(
        type = "sun.net.www.protocol.http.HttpURLConnection",
        method = "getInputStream",
        wakes = Wake.WEAVING,
        owns = Layer.HTTP)
final class InputHook {
    private InputHook() {}

    @Enter
    static Call.Inside enter(@This HttpURLConnection connection) {
        Call.Inside inside = Call.enter(connection, true);
        if (inside != null) {
            inside.sendsBody();
        }
        return inside;
    }

    @Exit
    static void exit(@Entered Call.Inside inside, @Threw Throwable error) {
        if (inside != null) {
            inside.gaveInput(error);
        }
    }
}
