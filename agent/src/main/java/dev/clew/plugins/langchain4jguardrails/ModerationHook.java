package dev.clew.plugins.langchain4jguardrails;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.plugins.langchain4jtypes.Messages;
import dev.clew.trace.AgentRun;
import dev.clew.trace.LlmCall;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.moderation.Moderation;
import dev.langchain4j.model.moderation.ModerationResponse;
import dev.langchain4j.model.output.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A model says whether a text may be said; the outermost of the methods that lead to each other owns the call. */
@Hook(
        type = "dev.langchain4j.model.moderation.ModerationModel",
        subtypes = true,
        method = {"moderate", "doModerate"},
        params = "*",
        owns = Layer.MODEL)
final class ModerationHook {
    private static final String OPERATION = "moderation";

    /** @param input a text or a list of messages; other kinds are left out */
    private record Asked(Object input) implements Supplier<ModelRequest> {
        @Override
        public ModelRequest get() {
            ModelRequest request = new ModelRequest();
            if (input instanceof String text) {
                request.messages = List.of(Message.of("user", text));
            } else if (input instanceof List<?> messages) {
                request.messages = new ArrayList<>();
                for (Object one : messages) {
                    Message message = one instanceof ChatMessage said ? Messages.of(said) : null;
                    if (message != null) {
                        request.messages.add(message);
                    }
                }
            }
            return request;
        }
    }

    private record Verdict(Moderation moderation) implements Supplier<Map<String, String>> {
        @Override
        public Map<String, String> get() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("guardrail", OPERATION);
            facts.put("verdict", moderation.flagged() ? "flagged" : "success");
            facts.put("message", moderation.flaggedText());
            return facts;
        }
    }

    private ModerationHook() {}

    @Enter
    static LlmCall enter(@This Object model, @Arg(0) Object input) {
        if (LlmCall.owner(OPERATION) != null) {
            return null;
        }
        LlmCall call = LlmCall.start(model, OPERATION, null, null);
        call.request(Layer.MODEL, new Asked(input instanceof List<?> list ? new ArrayList<>(list) : input));
        return call;
    }

    @Exit
    static void exit(@Entered LlmCall call, @Returned Object response, @Threw Throwable error) {
        if (call == null) {
            return;
        }
        call.close(error);
        Object answer = response instanceof Response<?> wrapped ? wrapped.content() : response;
        AgentRun agent = answer == null ? null : AgentRun.owner();
        if (agent != null) {
            // in this order: the last type is not there in 1.10
            Moderation verdict = answer instanceof Moderation known ? known : ((ModerationResponse) answer).moderation();
            agent.event("clew.guardrail", new Verdict(verdict));
        }
    }
}
