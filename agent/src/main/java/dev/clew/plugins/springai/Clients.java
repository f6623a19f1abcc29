package dev.clew.plugins.springai;

import dev.clew.plugins.async.Running;
import dev.clew.trace.AgentRun;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.Operation;
import dev.clew.trace.Part;
import dev.clew.trace.PromptUse;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;

/** What the hooks of ChatClients have in common. */
final class Clients {
    private static final String CONVERSATION = "chat_memory_conversation_id";

    /** By identity: a request's own {@code hashCode} is that of all that is in it. */
    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object request, ReferenceQueue<Object> queue) {
            super(request, queue);
            this.hash = System.identityHashCode(request);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            Object mine = get();
            return this == other || mine != null && other instanceof Key key && mine == key.get();
        }
    }

    private static final Map<Key, Supplier<PromptUse>> PROMPTS = new HashMap<>();
    private static final ReferenceQueue<Object> GONE = new ReferenceQueue<>();

    private Clients() {}

    /** Notes what a request was made of. */
    static void madeOf(Object request, Supplier<PromptUse> use) {
        synchronized (PROMPTS) {
            for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
                PROMPTS.remove(gone);
            }
            PROMPTS.put(new Key(request, GONE), use);
        }
    }

    /** Whether it is no agent: the one that this thread works for asks its own model this way, and learns what it says there. */
    static boolean isARound(ChatClientRequest request) {
        Operation asking = Operation.asking();
        if (asking instanceof AgentRun run) {
            setUp(run, request.prompt());
        }
        return asking != null;
    }

    /** Null where this is not an agent's beginning. */
    static AgentRun begin(ChatClientRequest request) {
        return isARound(request) ? null : start(request);
    }

    static AgentRun start(ChatClientRequest request) {
        AgentRun run = AgentRun.start(null).alone();
        describe(run, request.prompt());
        if (request.context().get(CONVERSATION) instanceof String id) {
            run.conversation(id);
        }
        synchronized (PROMPTS) {
            run.prompt(PROMPTS.get(new Key(request, null)));
        }
        return run;
    }

    static void describe(AgentRun run, Prompt prompt) {
        List<org.springframework.ai.chat.messages.Message> asked = new ArrayList<>(prompt.getInstructions().size());
        for (var message : prompt.getInstructions()) {
            if (!(message instanceof SystemMessage)) {
                asked.add(message);
            }
        }
        run.input(new Asked(asked));
        setUp(run, prompt);
    }

    private static void setUp(AgentRun run, Prompt prompt) {
        List<String> told = new ArrayList<>(1);
        for (var message : prompt.getInstructions()) {
            if (message instanceof SystemMessage) {
                told.add(message.getText());
            }
        }
        run.setUp(new SetUp(told, prompt.getOptions()));
    }

    static void end(AgentRun run, ChatClientResponse response, Throwable error) {
        if (run != null) {
            if (response != null && response.chatResponse() != null) {
                run.output(new Said(response.chatResponse()));
            }
            run.close(error);
        }
    }

    private record Asked(List<org.springframework.ai.chat.messages.Message> messages) implements Supplier<List<Message>> {
        @Override
        public List<Message> get() {
            return Messages.all(messages);
        }
    }

    private record SetUp(List<String> told, ChatOptions options) implements Supplier<ModelRequest> {
        @Override
        public ModelRequest get() {
            ModelRequest facts = Messages.request(options);
            if (!told.isEmpty()) {
                facts.system = new ArrayList<>(told.size());
                for (String text : told) {
                    facts.system.add(Part.text(text));
                }
            }
            return facts;
        }
    }

    /** An answer in one piece. */
    record Said(ChatResponse response) implements Supplier<List<Message>> {
        @Override
        public List<Message> get() {
            Generation generation = response.getResult();
            return generation == null || generation.getOutput() == null ? null : List.of(Messages.of(generation.getOutput()));
        }
    }

    /** One subscription to an agent's stream. */
    static final class Chunks extends Running {
        private final Round answer = new Round(null);

        Chunks(AgentRun run) {
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
