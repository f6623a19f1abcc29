package dev.clew.plugins.springai;

import dev.clew.context.Current;
import dev.clew.hook.Layer;
import dev.clew.plugins.async.AsyncCall;
import dev.clew.plugins.async.Running;
import dev.clew.plugins.springaitypes.Messages;
import dev.clew.plugins.springaitypes.Round;
import dev.clew.trace.LlmCall;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;

/** What the hooks of models have in common. */
final class Calls {
    /** Stands for the model of a call whose end is the end of a subscription. A literal: the same in every loader. */
    private static final String STREAM = "a stream of Spring AI";

    private static final Map<LlmCall, Round> ROUNDS = Collections.synchronizedMap(new WeakHashMap<>());

    private Calls() {}

    /** Starts a call; where another one is open, nobody should. */
    static LlmCall start(Object model, Prompt prompt, ChatResponse previous) {
        ChatOptions options = prompt.getOptions();
        LlmCall call = LlmCall.start(model, null, options == null ? null : options.getModel());
        call.request(Layer.MODEL, asked(prompt, null, isStream(call)));
        ROUNDS.put(call, new Round(previous));
        return call;
    }

    static boolean isStream(LlmCall call) {
        return call.isFor(STREAM);
    }

    /** The request as the model is about to send it: its own defaults are in, and its provider has a name. */
    static void sends(LlmCall call, Prompt prompt, String provider) {
        String name = wellKnown(provider);
        call.request(Layer.MODEL, asked(prompt, name, isStream(call)));
        Round round = ROUNDS.get(call);
        if (round != null) {
            round.by(name);
        }
    }

    static void answered(LlmCall call, ChatResponse response) {
        Round round = ROUNDS.get(call);
        if (round != null && response != null) {
            round.whole(response);
            call.response(Layer.MODEL, round);
        }
    }

    /** A piece of a streamed answer; the last one may come by another way. */
    static void chunk(LlmCall call, ChatResponse response) {
        Round round = ROUNDS.get(call);
        if (round != null && response != null) {
            call.chunk();
            round.chunk(response);
            call.response(Layer.MODEL, round);
        }
    }

    /** A stream of one round. Inside another one, a decorator's, it is the same. */
    static final class Stream implements AsyncCall {
        private final Prompt prompt;
        private final ChatResponse previous;

        Stream(Prompt prompt, ChatResponse previous) {
            this.prompt = prompt;
            this.previous = previous;
        }

        @Override
        public Running subscribed() {
            if (LlmCall.owner() != null) {
                return null;
            }
            // the next round begins inside the stream of the one that is over
            Operation above = Operation.current();
            while (above instanceof LlmCall && !above.isOpen()) {
                above = above.parent();
            }
            Current.set(above);
            return new Chunks(start(STREAM, prompt, previous));
        }
    }

    private static final class Chunks extends Running {
        private final LlmCall call;

        Chunks(LlmCall call) {
            super(call);
            this.call = call;
        }

        @Override
        protected void item(Object item) {
            // up to 1.1 the rounds that follow pass here too
            if (item instanceof ChatResponse response && call.isOpen()) {
                chunk(call, response);
            }
        }
    }

    private static Supplier<ModelRequest> asked(Prompt prompt, String provider, boolean stream) {
        return new Asked(new ArrayList<>(prompt.getInstructions()), prompt.getOptions(), provider, stream);
    }

    private record Asked(
            List<org.springframework.ai.chat.messages.Message> messages, ChatOptions options, String provider, boolean stream)
            implements Supplier<ModelRequest> {
        @Override
        public ModelRequest get() {
            ModelRequest facts = Messages.request(options);
            List<Message> all = Messages.all(messages);
            facts.messages = all;
            facts.provider = provider;
            facts.stream = stream ? Boolean.TRUE : null;
            return facts;
        }
    }

    /** Spring AI's own names for providers, as the conventions write them. */
    private static String wellKnown(String provider) {
        return switch (provider) {
            case "bedrock_converse" -> "aws.bedrock";
            case "azure-openai" -> "azure.ai.openai";
            case "vertex_ai" -> "gcp.vertex_ai";
            case "google_genai" -> "gcp.gen_ai";
            case "moonshot" -> "moonshot_ai";
            default -> provider;
        };
    }
}
