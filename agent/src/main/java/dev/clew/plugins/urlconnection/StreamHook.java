package dev.clew.plugins.urlconnection;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** A request's body that is sent as it is written: in chunks, or with a length that was told before. */
@Hook(
        type = "sun.net.www.protocol.http.HttpURLConnection$StreamingOutputStream",
        method = "write",
        params = {"byte[]", "int", "int"},
        wakes = Wake.NOTHING)
final class StreamHook {
    private StreamHook() {}

    @Enter
    static Object enter(@This Object stream, @Arg(0) byte[] bytes, @Arg(1) int offset, @Arg(2) int count) {
        Call.written(stream, bytes, offset, count);
        return null;
    }
}
