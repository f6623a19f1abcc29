package dev.clew.plugins.grpc;

import com.google.protobuf.Message;
import dev.clew.context.Current;
import dev.clew.hook.Layer;
import dev.clew.trace.HttpAttempt;
import dev.clew.trace.LlmCall;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Operation;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.google.GeminiGenerate;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One call of a model and what is known of it. The messages never change, so they are kept as they are and written as the JSON
 * of the same API over HTTP on the recorder's thread. What is called here never throws.
 */
final class Rpc {
    /** More than any answer has; the last ones are not needed then. */
    private static final int ANSWERS_MAX = 10_000;

    final Object caller;
    private final boolean streams;
    private final Operation operation;
    private final LlmCall call;
    private volatile Message question;
    private final List<Message> answers = new ArrayList<>();
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
        if (message instanceof Message) {
            question = (Message) message;
        }
    }

    void answered(Object message) {
        if (message instanceof Message) {
            synchronized (answers) {
                if (answers.size() < ANSWERS_MAX) {
                    answers.add((Message) message);
                }
            }
            if (streams) {
                call.chunk();
            }
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

    private String model() {
        Message asked = question;
        String name = asked == null ? null : ProtoJson.text(asked, "model");
        return name == null ? null : name.substring(name.lastIndexOf('/') + 1);
    }

    private String path() {
        return streams ? "/v1/models/" + model() + ":streamGenerateContent" : "/v1/models/" + model() + ":generateContent";
    }

    private static Payload payload(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new Payload(bytes, bytes.length, Payload.NONE, false);
    }

    private final class Question implements Supplier<ModelRequest> {
        @Override
        public ModelRequest get() {
            Message asked = question;
            ModelRequest facts = asked == null ? null : new GeminiGenerate().request(new Sent(payload(ProtoJson.of(asked)), path(), model()));
            facts = facts == null ? new ModelRequest() : facts;
            facts.provider = "gcp.vertex_ai";
            facts.model = model();
            return facts;
        }
    }

    private final class Answer implements Supplier<ModelResponse> {
        @Override
        public ModelResponse get() {
            StringBuilder json = new StringBuilder(streams ? "[" : "");
            synchronized (answers) {
                for (int i = 0; i < answers.size(); i++) {
                    json.append(i == 0 ? "" : ",").append(ProtoJson.of(answers.get(i)));
                }
            }
            json.append(streams ? "]" : "");
            ModelResponse facts = new GeminiGenerate().response(
                    new Received(payload(json.toString()), "application/json", 200, null, path(), model()));
            if (failure != null) {
                facts.errorType = failure;
                facts.errorMessage = failureMessage;
            }
            return facts;
        }
    }
}
