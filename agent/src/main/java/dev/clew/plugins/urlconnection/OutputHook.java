package dev.clew.plugins.urlconnection;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import java.io.OutputStream;
import java.net.HttpURLConnection;

/** Connects, and gives the stream for the request's body: a model call begins. */
@Hook(
        type = "sun.net.www.protocol.http.HttpURLConnection",
        method = "getOutputStream",
        wakes = Wake.WEAVING,
        owns = Layer.HTTP)
final class OutputHook {
    private OutputHook() {}

    @Enter
    static Call.Inside enter(@This HttpURLConnection connection) {
        return Call.enter(connection, connection.getDoOutput());
    }

    @Exit
    static void exit(@Entered Call.Inside inside, @Returned OutputStream body, @Threw Throwable error) {
        if (inside != null) {
            inside.gaveOutput(body, error);
        }
    }
}
