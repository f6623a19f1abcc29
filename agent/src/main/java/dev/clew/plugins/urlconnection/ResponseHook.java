package dev.clew.plugins.urlconnection;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.io.InputStream;
import java.net.HttpURLConnection;

/**
 * The stream that the application reads an answer or an error from. The tee goes behind it, so that it stays what it is; others
 * are not even slowed down.
 */
@Hook(
        type = "sun.net.www.protocol.http.HttpURLConnection$HttpInputStream",
        method = "<init>",
        wakes = Wake.NOTHING)
final class ResponseHook {
    private ResponseHook() {}

    @Replace(1)
    static InputStream content(@Arg(0) HttpURLConnection connection, @Arg(1) InputStream content) throws Exception {
        Call call = Call.of(connection);
        return call == null || content == null ? null : call.answered(connection, content);
    }
}
