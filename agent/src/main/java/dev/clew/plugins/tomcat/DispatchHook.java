package dev.clew.plugins.tomcat;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.trace.Requests;
import org.apache.coyote.Request;

/** An asynchronous request goes on: a dispatch, or its listeners' and its streams' callbacks. */
@Hook(type = "org.apache.catalina.connector.CoyoteAdapter", method = "asyncDispatch", wakes = Wake.NOTHING)
final class DispatchHook {
    /** Where the connector's request keeps the container's: {@code CoyoteAdapter.ADAPTER_NOTES}. */
    private static final int CONTAINERS = 1;

    private DispatchHook() {}

    @Enter
    static Object enter(@Arg(0) Request request) {
        return request == null ? null : Requests.resume(request.getNote(CONTAINERS));
    }

    @Exit
    static void exit(@Entered Object entered) {
        Requests.leave(entered);
    }
}
