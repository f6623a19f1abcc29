package dev.clew.plugins.jetty;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import org.eclipse.jetty.client.Response;

/** What listeners hear of a response. */
@Hook(
        type = "org.eclipse.jetty.client.transport.ResponseListeners",
        method = {"notifyBegin", "notifyHeader", "notifyHeaders", "notifyContentSource", "notifySuccess", "notifyFailure"},
        wakes = Wake.NOTHING)
final class NotifyHook {
    private NotifyHook() {}

    @Enter
    static Callback enter(@Arg(0) Object response) {
        return response instanceof Response ? Calls.callback(((Response) response).getRequest()) : null;
    }

    @Exit
    static void exit(@Entered Callback callback) {
        Callback.over(callback);
    }
}
