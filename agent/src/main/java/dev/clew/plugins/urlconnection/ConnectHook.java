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

/** Connects, where the application does that before it gives the body; it may fail there. */
@Hook(type = "sun.net.www.protocol.http.HttpURLConnection", method = "connect", wakes = Wake.WEAVING, owns = Layer.HTTP)
final class ConnectHook {
    private ConnectHook() {}

    @Enter
    static Call.Inside enter(@This HttpURLConnection connection) {
        return Call.enter(connection, connection.getDoOutput());
    }

    @Exit
    static void exit(@Entered Call.Inside inside, @Threw Throwable error) {
        if (inside != null) {
            inside.connected(error);
        }
    }
}
