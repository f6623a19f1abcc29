package dev.clew.plugins.grpc;

import com.google.protobuf.Message;
import dev.clew.context.Current;
import dev.clew.hook.Layer;
import dev.clew.trace.HttpAttempt;
import dev.clew.trace.LlmCall;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Operation;
import dev.clew.wire.Exchange;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.google.GeminiGenerate;
import java.net.URI;
import java.util.function.Supplier;

/**
 * One call of a model and what is known of it. Its messages are kept as far as other bodies are, and read on the recorder's thread as
 * the JSON of the same API over HTTP. What is called here never throws.
 */
final class Rpc {
    final Object caller;
    private final boolean streams;
    private final Operation operation;
    private final LlmCall call;
    private final Kept question = new Kept(Exchange.REQUEST_MAX, 0);
    private final Kept answers = new Kept(Exchange.RESPONSE_MAX, Exchange.RESPONSE_TAIL);
    private volatile String model;
    private volatile boolean stopping;
    private volatile String failure;
    private volatile String failureMessage;

    Rpc(String authority, String method) {
        caller = Current.get();
        streams = method.contains("/Stream");
        // a channel does not say whether it is encrypted: on the port of HTTPS it is
        boolean secure = authority.indexOf(':') < 0 || authority.endsWith(":443");
        URI uri = URI.create((secure ? "https://" : "grpc://") + authority + '/' + method);
        LlmCall owner = LlmCall.owner();
        Supplier<ModelResponse> answer = new Answer();
        if (owner != null) {
            HttpAttempt attempt = HttpAttempt.start("POST", uri, owner);
            attempt.response(answer);
            operation = attempt;
            call = owner;
        } else {
            call = LlmCall.start(null, "gcp.vertex_ai", null);
            call.leave();
            call.over(uri);
            operation = call;
        }
        call.request(Layer.HTTP, new Question());
        call.response(Layer.HTTP, answer);
    }

    String[] headers() {
        return operation.headers();
    }

    void livesWith(Object thing) {
        operation.livesWith(thing);
    }

    void asked(Object message) {
        try {
            // a call of a model has one
            if (message instanceof Message && question.isEmpty()) {
                String name = ProtoJson.text((Message) message, "model");
                model = name == null ? null : name.substring(name.lastIndexOf('/') + 1);
                question.add((Message) message);
            }
        } catch (Throwable ours) {
            // not seen, then
        }
    }

    void answered(Object message) {
        try {
            if (message instanceof Message) {
                answers.add((Message) message);
                if (streams) {
                    call.chunk();
                }
            }
        } catch (Throwable ours) {
            // not seen, then
        }
    }

    /** The application wants no more of it. */
    void stopping() {
        stopping = true;
    }

    /** @param code of the status; null for fine */
    void closed(String code, String message) {
        try {
            if (stopping && "CANCELLED".equals(code)) {
                operation.cancel();
                return;
            }
            failureMessage = message;
            failure = code;
            operation.end(null);
        } catch (Throwable ours) {
            // not seen, then
        }
    }

    void failed(Throwable thrown) {
        try {
            operation.end(thrown);
        } catch (Throwable ours) {
            // not seen, then
        }
    }

    private String path() {
        return streams ? "/v1/models/" + model + ":streamGenerateContent" : "/v1/models/" + model + ":generateContent";
    }

    private final class Question implements Supplier<ModelRequest> {
        @Override
        public ModelRequest get() {
            ModelRequest facts =
                    question.isEmpty() ? null : new GeminiGenerate().request(new Sent(question.payload(false), path(), model));
            facts = facts == null ? new ModelRequest() : facts;
            facts.provider = "gcp.vertex_ai";
            facts.model = model;
            return facts;
        }
    }

    private final class Answer implements Supplier<ModelResponse> {
        @Override
        public ModelResponse get() {
            Payload all = answers.payload(streams);
            ModelResponse facts =
                    new GeminiGenerate().response(new Received(all, "application/json", 200, null, path(), model));
            if (all.gap) {
                facts.cut = Boolean.TRUE;
            }
            if (failure != null) {
                facts.errorType = failure;
                facts.errorMessage = failureMessage;
            }
            return facts;
        }
    }
}
