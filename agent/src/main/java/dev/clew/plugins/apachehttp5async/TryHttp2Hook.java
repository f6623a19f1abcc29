package dev.clew.plugins.apachehttp5async;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.http.HttpRequest;

/** The same for the client that speaks HTTP/2 alone. */
@Hook(type = "org.apache.hc.client5.http.impl.async.H2AsyncMainClientExec", method = "execute", wakes = Wake.NOTHING)
final class TryHttp2Hook {
    private TryHttp2Hook() {}

    @Enter
    static Object enter(@Arg(0) HttpRequest request, @Arg(2) AsyncExecChain.Scope scope) {
        Sending.goesOn(request, scope);
        return null;
    }
}
