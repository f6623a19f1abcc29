package dev.clew.plugins.springaiadvisors;

import dev.clew.trace.AgentRun;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.springframework.ai.chat.client.ChatClientRequest;

/** The advisors of one agent's run: who was asked last. */
final class Chain {
    private static final Map<AgentRun, Chain> CHAINS = Collections.synchronizedMap(new WeakHashMap<>());

    /** The one whose turn it is, or who was asked last in a stream. Weakly: it knows its agent, which is a key here. */
    private WeakReference<Advice> last;

    private Chain() {}

    private static Chain of(AgentRun run) {
        return CHAINS.computeIfAbsent(run, r -> new Chain());
    }

    /** An advisor's turn begins; null where it is the turn of its superclass, or of nobody's advisor. */
    static Advice begin(Object advisor, ChatClientRequest request, boolean streams) {
        AgentRun run = AgentRun.owner();
        return run == null || request == null ? null : of(run).next(run, advisor, request, streams);
    }

    private synchronized Advice next(AgentRun run, Object advisor, ChatClientRequest request, boolean streams) {
        Advice outer = last == null ? null : last.get();
        if (outer != null && outer.isSame(advisor, request)) {
            return null;
        }
        if (outer != null) {
            outer.passedOn(advisor, request);
        }
        Advice advice = new Advice(this, outer, run, advisor, request, streams);
        if (!advice.isTheModel()) {
            run.event("clew.advisor", advice);
            if (advice.isGuard()) {
                run.event("clew.guardrail", advice.verdict());
            }
        }
        if (!streams || !advice.isTheModel()) {
            last = new WeakReference<>(advice);
        }
        return advice;
    }

    /** The turn goes back to whoever handed it on. */
    synchronized void back(Advice outer) {
        last = outer == null ? null : new WeakReference<>(outer);
    }
}
