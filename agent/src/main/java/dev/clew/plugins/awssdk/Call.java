package dev.clew.plugins.awssdk;

import dev.clew.context.Current;
import dev.clew.hook.Layer;
import dev.clew.trace.LlmCall;
import dev.clew.trace.ModelRequest;
import dev.clew.wire.Exchange;
import dev.clew.wire.Wire;
import java.net.URI;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpFullRequest;

/**
 * One execution of the SDK's that is a model call. It travels in the execution's own attributes, since a retry of an
 * asynchronous one may run on any thread; nothing else holds it.
 */
final class Call {
    private static final ExecutionAttribute<Call> KEY = new ExecutionAttribute<>("dev.clew.Call");
    /** Tells a call that was started here from one of a framework above. */
    private static final Object OURS = new Object();

    private final LlmCall owner;
    /** What the application was at. */
    private final Object caller;

    private int sent;
    private volatile Attempt attempt;

    private Call(LlmCall owner, Object caller) {
        this.owner = owner;
        this.caller = caller;
    }

    /** Starts the span of a call; null where a framework's is open already. */
    static LlmCall start(SdkRequest request) {
        if (request == null || LlmCall.owner() != null) {
            return null;
        }
        LlmCall call = LlmCall.start(OURS, "aws.bedrock", request.getValueForField("modelId", String.class).orElse(null));
        if (request.getClass().getSimpleName().startsWith("InvokeModel")) {
            // models that draw are asked the same way: until the body says more, the model is all that is known
            call.request(Layer.HTTP, new Address());
            call.mustProve();
        }
        return call;
    }

    private static final class Address implements Supplier<ModelRequest> {
        @Override
        public ModelRequest get() {
            return new ModelRequest();
        }
    }

    /** The thread that called the client. */
    static void begin(ExecutionAttributes attributes) {
        if (!isModelCall(attributes)) {
            return;
        }
        LlmCall owner = LlmCall.owner();
        if (owner != null) {
            attributes.putAttribute(KEY, new Call(owner, owner.isFor(OURS) ? owner.parent() : Current.get()));
        }
    }

    private static boolean isModelCall(ExecutionAttributes attributes) {
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        if (operation == null) {
            return false;
        }
        switch (operation) {
            case "Converse":
            case "ConverseStream":
            case "InvokeModel":
            case "InvokeModelWithResponseStream":
                return "BedrockRuntime".equals(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
            default:
                return false;
        }
    }

    /** Null for what is no model call, which is nearly everything. */
    static Call of(ExecutionAttributes attributes) {
        return attributes == null ? null : attributes.getAttribute(KEY);
    }

    /** The attempt under way; null for none. */
    Attempt attempt() {
        return attempt;
    }

    /** A request is about to be sent, signed as it is; null where its address is none we know. */
    Attempt send(SdkHttpFullRequest request) {
        attempt = null;
        if (!owner.isOpen()) {
            return null;
        }
        URI uri = request.getUri();
        // what InvokeModel sends is the model's business, and may say any type or none
        Wire wire = Wire.recognise(request.method().name(), uri, "application/json");
        if (wire == null) {
            return null;
        }
        Object before = Current.set(owner);
        try {
            Exchange exchange = Exchange.begin(wire, request.method().name(), uri, String.valueOf(sent));
            exchange.leave();
            attempt = new Attempt(this, exchange, caller);
        } finally {
            Current.set(before);
        }
        sent++;
        return attempt;
    }

    /** Somebody wants no more of the answer; a framework knows by itself. */
    void stopping() {
        if (owner.isFor(OURS)) {
            owner.stopping();
        }
    }
}
