package dev.clew.plugins.okhttp;

import dev.clew.trace.LlmCall;
import dev.clew.wire.Wire;
import java.io.InterruptedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import okhttp3.Call;
import okhttp3.OkHttpClient;

/** Calls that pass interceptors of the application's, which may try more than once: such a call owns what its tries are. */
final class Interceptors {
    private static volatile MethodHandle clientOf;

    private Interceptors() {}

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
