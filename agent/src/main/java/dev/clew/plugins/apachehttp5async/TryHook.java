package dev.clew.plugins.apachehttp5async;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.http.HttpRequest;

/** Where each try goes out: after a redirect it is made from the request of the application, which has none of our headers. */
@Hook(type = "org.apache.hc.client5.http.impl.async.HttpAsyncMainClientExec", method = "execute", wakes = Wake.NOTHING)
final class TryHook {
    private TryHook() {}

    @Enter
    static Object enter(@Arg(0) HttpRequest request, @Arg(2) AsyncExecChain.Scope scope) {
        Sending.goesOn(request, scope);
        return null;
    }
}
