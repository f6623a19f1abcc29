package dev.clew.plugins.apachehttp4;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import org.apache.http.HttpRequest;

/**
 * Where each attempt goes out, behind all interceptors. Only while it does, the request has the headers that carry the trace on:
 * the application's own request never does, also where the client sends that very object.
 */
@Hook(
        type = "org.apache.http.protocol.HttpRequestExecutor",
        method = "execute",
                wakes = Wake.NOTHING)
final class SendHook {
    private SendHook() {}

    @Enter
    static Attempt enter(@Arg(0) HttpRequest request) {
        return Attempt.begin(request);
    }

    @Exit
    static void exit(@Entered Attempt attempt) {
        if (attempt != null) {
            attempt.end();
        }
    }
}
