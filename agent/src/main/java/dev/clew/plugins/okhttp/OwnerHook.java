package dev.clew.plugins.okhttp;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import dev.clew.trace.LlmCall;
import dev.clew.wire.Wire;
import java.io.InterruptedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import okhttp3.Call;
import okhttp3.OkHttpClient;

/** A call as a whole: the application's interceptors may try it more than once. It owns what its tries are. */
@Hook(
        type = "okhttp3.internal.connection.RealCall",
        method = "getResponseWithInterceptorChain$okhttp",
        wakes = Wake.WEAVING,
        owns = Layer.MODEL)
final class OwnerHook {
    private static volatile MethodHandle clientOf;

    private OwnerHook() {}

    @Enter
    static LlmCall enter(@This Call call) throws Throwable {
        return own(call);
    }

    @Exit
    static void exit(@Entered LlmCall owner, @This Call call, @Threw Throwable error) {
        settle(owner, call, error);
    }

    /** Null where the call is no model call, is owned already, or nobody but OkHttp itself can try it again. */
    static LlmCall own(Call call) throws Throwable {
        Wire wire = Attempt.recognise(call.request());
        return wire == null || client(call).interceptors().isEmpty() ? null : wire.own();
    }

    /** No version tells its client, all have it in a field of that name. */
    private static OkHttpClient client(Call call) throws Throwable {
        MethodHandle client = clientOf;
        if (client == null) {
            Class<?> type = call.getClass();
            client = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findGetter(type, "client", OkHttpClient.class)
                    .asType(MethodType.methodType(OkHttpClient.class, Call.class));
            clientOf = client;
        }
        return (OkHttpClient) client.invokeExact(call);
    }

    static void settle(LlmCall owner, Call call, Throwable error) {
        if (owner == null) {
            return;
        }
        owner.leave();
        if (error == null) {
            owner.settle();
        } else if (call.isCanceled() && !(error instanceof InterruptedIOException)) {
            owner.cancel();
        } else {
            owner.end(error);
        }
    }
}
