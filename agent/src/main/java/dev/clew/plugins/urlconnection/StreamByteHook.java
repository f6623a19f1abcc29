package dev.clew.plugins.urlconnection;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** As {@link StreamHook}, byte by byte. */
@Hook(
        type = "sun.net.www.protocol.http.HttpURLConnection$StreamingOutputStream",
        method = "write",
        params = "int",
        wakes = Wake.NOTHING)
final class StreamByteHook {
    private StreamByteHook() {}

    @Enter
    static Object enter(@This Object stream, @Arg(0) int one) {
        Call.written(stream, one);
        return null;
    }
}
