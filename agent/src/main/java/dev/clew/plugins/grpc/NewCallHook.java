package dev.clew.plugins.grpc;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.trace.Operation;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;

/** A call of any channel, interceptors included. One that is neither a model's nor part of a trace is left as it is. */
@Hook(type = "io.grpc.internal.ManagedChannelImpl", method = "newCall", wakes = Wake.WEAVING, owns = Layer.HTTP)
final class NewCallHook {
    private static final String PACKAGE = "google.cloud.aiplatform.v1";
    private static final String UNARY = ".PredictionService/GenerateContent";
    private static final String STREAM = ".PredictionService/StreamGenerateContent";

    private NewCallHook() {}

    @ReplaceReturned
    static ClientCall<?, ?> call(@This Channel channel, @Arg(0) MethodDescriptor<?, ?> method, @Returned ClientCall<?, ?> call) {
        if (call == null) {
            return null;
        }
        String name = method.getFullMethodName();
        if (isModelCall(name)) {
            return new ModelCall<>(call, channel.authority(), name);
        }
        String[] more = Operation.outgoing();
        return more == null ? null : new CarryingCall<>(call, more);
    }

    /** {@code v1} and {@code v1beta1}. */
    private static boolean isModelCall(String name) {
        return name.startsWith(PACKAGE) && (name.endsWith(UNARY) || name.endsWith(STREAM));
    }
}
