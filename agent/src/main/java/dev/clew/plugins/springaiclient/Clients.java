package dev.clew.plugins.springaiclient;

import dev.clew.plugins.springaitypes.AgentFacts;
import dev.clew.trace.AgentRun;
import dev.clew.trace.Operation;
import dev.clew.trace.PromptUse;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;

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
            AgentFacts.setUp(run, request.prompt(), null);
        }
        return asking != null;
    }

    /**
     * A call in one piece: the work of the conversion that it is for, where there is one. Null where this is not an agent's
     * beginning.
     */
    static AgentRun begin(ChatClientRequest request) {
        if (isARound(request)) {
            return null;
        }
        Conversion conversion = Conversion.waiting();
        AgentRun run = start(request, conversion == null ? null : conversion.outputType());
        if (conversion != null) {
            conversion.asked(run, request);
        }
        return run;
    }

    static AgentRun start(ChatClientRequest request, String outputType) {
        AgentRun run = AgentRun.start(null).alone();
        AgentFacts.describe(run, request.prompt(), outputType);
        if (request.context().get(CONVERSATION) instanceof String id) {
            run.conversation(id);
        }
        synchronized (PROMPTS) {
            run.prompt(PROMPTS.get(new Key(request, null)));
        }
        return run;
    }

    static void end(AgentRun run, ChatClientResponse response, Throwable error) {
        if (run == null) {
            return;
        }
        if (response != null) {
            AgentFacts.answered(run, response.chatResponse());
        }
        if (!Conversion.goesOn(run, error)) {
            run.close(error);
        }
    }
}
