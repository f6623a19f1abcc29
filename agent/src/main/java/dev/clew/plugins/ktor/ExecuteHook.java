package dev.clew.plugins.ktor;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Replace;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import dev.clew.plugins.async.coroutines.SuspendCall;
import dev.clew.trace.Operation;
import io.ktor.client.request.HttpRequestData;
import io.ktor.client.request.HttpResponseData;
import kotlin.coroutines.Continuation;

/** Where every request comes to the engine, once for each time that it is sent. */
@Hook(
        type = "io.ktor.client.engine.cio.CIOEngine",
        method = "execute",
        params = {"io.ktor.client.request.HttpRequestData", "kotlin.coroutines.Continuation"},
        wakes = Wake.WEAVING,
        owns = Layer.HTTP)
final class ExecuteHook {
    private ExecuteHook() {}

    @Enter
    static Call enter(@Arg(0) HttpRequestData request, @Arg(1) Continuation<?> caller) {
        return request == null || SuspendCall.isResumed(caller) ? null : Call.begin(request, caller);
    }

    @Replace(0)
    static HttpRequestData request(
            @Entered Call call, @Arg(0) HttpRequestData request, @Arg(1) Continuation<?> caller) {
        if (call != null) {
            return call.request;
        }
        return request == null || SuspendCall.isResumed(caller) ? null : Requests.with(request, Operation.outgoing());
    }

    @Replace(1)
    static Continuation<?> caller(@Entered Call call) {
        return call;
    }

    @Exit
    static void exit(@Entered Call call, @Threw Throwable error) {
        if (call != null) {
            call.left(error);
        }
    }

    @ReplaceReturned
    static HttpResponseData response(@Entered Call call, @Returned Object answer) {
        return call == null || !(answer instanceof HttpResponseData) ? null : call.answered((HttpResponseData) answer);
    }
}
