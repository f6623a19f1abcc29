package dev.clew.plugins.langchain4jtypes;

import dev.clew.trace.AgentRun;
import dev.clew.trace.Operation;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** Which agent a stream belongs to, from the method that answers it to its end. */
public final class Streams {
    private static final Map<Object, AgentRun> NOT_STARTED = Collections.synchronizedMap(new WeakHashMap<>());
    /** Agents whose last word was said, though their stream ends with the answer of a tool. */
    private static final Map<AgentRun, Boolean> COMPLETE = Collections.synchronizedMap(new WeakHashMap<>());

    private Streams() {}

    /** The agent goes on when this stream is started; never started, it is cancelled once the stream is garbage. */
    public static void of(Object stream, AgentRun run) {
        run.streams();
        NOT_STARTED.put(stream, run);
        run.livesWith(stream);
    }

    /** The agent of a stream that starts now; null for a second start, or an agent that is over. */
    public static AgentRun start(Object stream) {
        AgentRun run = NOT_STARTED.remove(stream);
        if (run == null || !run.isOpen()) {
            return null;
        }
        run.livesWith(run);
        return run;
    }

    /** Whether this agent's stream is made and not started. */
    public static boolean isWaiting(AgentRun run) {
        if (!run.isStreaming() || !run.isOpen()) {
            return false;
        }
        synchronized (NOT_STARTED) {
            return NOT_STARTED.containsValue(run);
        }
    }

    /** The streamed agent that this thread works for right now, or null. */
    public static AgentRun current() {
        Operation current = Operation.current();
        return current instanceof AgentRun run && run.isOpen() && run.isStreaming() ? run : null;
    }

    /** The agent has said its last word. */
    public static void complete(AgentRun run) {
        COMPLETE.put(run, Boolean.TRUE);
    }

    /** Whether it has; asked once. */
    public static boolean isComplete(AgentRun run) {
        return COMPLETE.remove(run) != null;
    }
}
