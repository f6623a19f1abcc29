package dev.clew.plugins.reactornetty;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** Made anew for each try of a request, before it asks for a connection. */
@Hook(
        type = "reactor.netty.http.client.HttpClientConnect$HttpObserver",
        method = "<init>",
        params = {"reactor.core.publisher.MonoSink", "*"},
        wakes = Wake.WEAVING)
final class AttemptHook {
    private AttemptHook() {}

    /** Always null: it is only that here both the try and the request are known. */
    @Replace(1)
    static Object handler(@Arg(1) Object handler) throws Throwable {
        Sending.tries(handler);
        return null;
    }
}
