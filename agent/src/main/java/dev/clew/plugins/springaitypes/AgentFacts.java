package dev.clew.plugins.springaitypes;

import dev.clew.plugins.async.Running;
import dev.clew.trace.AgentRun;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.Part;
import dev.clew.trace.ToolMakers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;

/** What an agent was asked and what it answered, whether a ChatClient made it of a model or the model itself is one. */
public final class AgentFacts {
    private AgentFacts() {}

    /**
     * Notes what an agent is asked, and how it is set up.
     *
     * @param outputType {@code text} or {@code json}; null where none was asked for
     */
    public static void describe(AgentRun run, Prompt prompt, String outputType) {
        List<org.springframework.ai.chat.messages.Message> asked = new ArrayList<>(prompt.getInstructions().size());
        for (var message : prompt.getInstructions()) {
            if (!(message instanceof SystemMessage)) {
                asked.add(message);
            }
        }
        run.input(new Asked(asked));
        setUp(run, prompt, outputType);
    }

    /** Notes how an agent is set up, as {@link #describe} does. */
    public static void setUp(AgentRun run, Prompt prompt, String outputType) {
        List<String> told = new ArrayList<>(1);
        for (var message : prompt.getInstructions()) {
            if (message instanceof SystemMessage) {
                told.add(message.getText());
            }
        }
        run.setUp(new SetUp(told, prompt.getOptions(), outputType));
        if (prompt.getOptions() instanceof ToolCallingChatOptions options) {
            run.toolsMadeOf(new ToolMakers(new Callbacks(options), "org.springframework.ai.", "toolObject", "toolFunction"));
        }
    }

    private record Callbacks(ToolCallingChatOptions options) implements Function<String, ToolCallback> {
        @Override
        public ToolCallback apply(String name) {
            List<ToolCallback> all = options.getToolCallbacks();
            for (int i = 0; all != null && i < all.size(); i++) {
                if (all.get(i).getToolDefinition().name().equals(name)) {
                    return all.get(i);
                }
            }
            return null;
        }
    }

    private record Asked(List<org.springframework.ai.chat.messages.Message> messages) implements Supplier<List<Message>> {
        @Override
        public List<Message> get() {
            return Messages.all(messages);
        }
    }

    private record SetUp(List<String> told, ChatOptions options, String outputType) implements Supplier<ModelRequest> {
        @Override
        public ModelRequest get() {
            ModelRequest facts = Messages.request(options);
            facts.outputType = outputType;
            if (!told.isEmpty()) {
                facts.system = new ArrayList<>(told.size());
                for (String text : told) {
                    facts.system.add(Part.text(text));
                }
            }
            return facts;
        }
    }

    /** Notes an answer in one piece; null for none. */
    public static void answered(AgentRun run, ChatResponse response) {
        if (response != null) {
            run.output(new Said(response));
        }
    }

    private record Said(ChatResponse response) implements Supplier<List<Message>> {
        @Override
        public List<Message> get() {
            Generation generation = response.getResult();
            return generation == null || generation.getOutput() == null ? null : List.of(Messages.of(generation.getOutput()));
        }
    }

    /** One subscription to an agent's stream. */
    public static final class Chunks extends Running {
        private final Round answer = new Round(null);

        public Chunks(AgentRun run) {
            super(run);
            run.output(new SaidSoFar(answer));
        }

        @Override
        protected void item(Object item) {
            Object chunk = item instanceof ChatClientResponse response ? response.chatResponse() : item;
            if (chunk instanceof ChatResponse response) {
                answer.chunk(response);
            }
        }
    }

    private record SaidSoFar(Round answer) implements Supplier<List<Message>> {
        @Override
        public List<Message> get() {
            return answer.said();
        }
    }
}
