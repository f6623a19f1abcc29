package dev.clew.plugins.apachehttp5;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import org.apache.hc.core5.http.ClassicHttpRequest;

/**
 * Where each attempt goes out, behind all interceptors. Only while it does, the request has the headers that carry the trace on:
 * the application's own request never does, also where the client sends that very object.
 */
@Hook(
        type = "org.apache.hc.core5.http.impl.io.HttpRequestExecutor",
        method = "execute",
        params = {
            "org.apache.hc.core5.http.ClassicHttpRequest",
            "org.apache.hc.core5.http.io.HttpClientConnection",
            "org.apache.hc.core5.http.io.HttpResponseInformationCallback",
            "org.apache.hc.core5.http.protocol.HttpContext"
        },
        wakes = Wake.NOTHING)
final class SendHook {
    private SendHook() {}

    @Enter
    static Attempt enter(@Arg(0) ClassicHttpRequest request) {
        return Attempt.begin(request);
    }

    @Exit
    static void exit(@Entered Attempt attempt) {
        if (attempt != null) {
            attempt.end();
        }
    }
}
