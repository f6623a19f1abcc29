package dev.clew.plugins.urlconnection;

import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import java.net.HttpURLConnection;

/** The application wants no more. */
@Hook(type = "sun.net.www.protocol.http.HttpURLConnection", method = "disconnect", wakes = Wake.NOTHING)
final class DisconnectHook {
    private DisconnectHook() {}

    @Enter
    static Object enter(@This HttpURLConnection connection) {
        Call call = Call.of(connection);
        if (call != null) {
            call.disconnected();
        }
        return null;
    }
}
