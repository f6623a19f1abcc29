package dev.clew.plugins.springaialibabagraph;

import com.alibaba.cloud.ai.graph.GraphRunnerContext;
import dev.clew.trace.AgentRun;
import dev.clew.trace.LlmCall;
import dev.clew.trace.Operation;
import dev.clew.trace.WorkflowRun;
import dev.clew.trace.WorkflowStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.BooleanSupplier;

/** One run on its way from node to node. It never holds the run's own objects. */
final class Walk {
    private static final Map<GraphRunnerContext, Walk> WALKS = Collections.synchronizedMap(new WeakHashMap<>());

    /** An agent whose nodes were copied into this graph. */
    private record Guest(Member member, Operation run) {}

    /** Nothing tells of an end that comes by an error between two nodes, or by a cancellation. */
    private record Over(Operation run) implements BooleanSupplier {
        @Override
        public boolean getAsBoolean() {
            return !run.isOpen();
        }
    }

    private final Operation run;
    private final Graph graph;
    private final List<Guest> guests = new ArrayList<>(0);
    private WorkflowStep step;

    private Walk(Operation run, Graph graph) {
        this.run = run;
        this.graph = graph;
    }

    /** Null where the run is not traced. */
    static Walk of(GraphRunnerContext context) {
        return WALKS.get(context);
    }

    /** As {@link #of}, where the run may just have begun: on the thread that subscribed to it. */
    static Walk begin(GraphRunnerContext context) {
        Walk walk = WALKS.get(context);
        Level level = walk == null ? Level.current() : null;
        if (level != null) {
            walk = new Walk(Operation.current(), level.graph);
            WALKS.put(context, walk);
        }
        return walk;
    }

    Operation run() {
        return run;
    }

    /** The innermost agent or workflow that is at work. */
    private Operation owner() {
        return guests.isEmpty() ? run : guests.get(guests.size() - 1).run;
    }

    /** What the node works for that is at work. */
    synchronized Operation place() {
        return step == null ? owner() : step;
    }

    /** The node that was at work is done; which one is next is known by now, as far as there is one. */
    synchronized void goesOn(GraphRunnerContext context) {
        if (step != null) {
            step.end(null);
            step = null;
        }
        if (!guests.isEmpty()) {
            List<Member> owners = graph.owners(context.getNextNodeId());
            leave(common(owners), context.getCurrentStateData());
        }
    }

    private int common(List<Member> owners) {
        int common = 0;
        while (common < guests.size() && common < owners.size() && guests.get(common).member == owners.get(common)) {
            common++;
        }
        return common;
    }

    private void leave(int remaining, Map<String, Object> state) {
        while (guests.size() > remaining) {
            Operation guest = guests.remove(guests.size() - 1).run;
            if (guest instanceof AgentRun agent) {
                agent.output(Said.last(state));
            } else {
                ((WorkflowRun) guest).output(Said.last(state));
            }
            guest.end(null);
        }
    }

    /** A node begins: opens what it stands for, and answers what it works for. */
    synchronized Operation enters(String id, GraphRunnerContext context) {
        List<Member> owners = graph.owners(id);
        leave(common(owners), context.getCurrentStateData());
        for (int i = guests.size(); i < owners.size(); i++) {
            guests.add(new Guest(owners.get(i), guest(owners.get(i), context.getCurrentStateData())));
        }
        Operation owner = owner();
        if (owner.attached() instanceof Level level) {
            level.entered(id, owner.lastCall());
        }
        if (graph.isStep(id)) {
            Inside inside = Inside.of(owner);
            step = WorkflowStep.start(id);
            step.leave();
            inside.rescue();
            step.stoppedWhen(new Over(run));
        }
        return place();
    }

    private Operation guest(Member member, Map<String, Object> state) {
        Inside inside = Inside.of(owner());
        Operation guest;
        if (member.isFlow()) {
            WorkflowRun workflow = WorkflowRun.start(member.name());
            workflow.input(Said.input(state));
            guest = workflow;
        } else {
            AgentRun agent = AgentRun.start(member.name()).alone();
            agent.description(Said.some(member.description()));
            agent.input(Said.input(state));
            guest = agent;
        }
        guest.leave();
        inside.rescue();
        String above = owner().attached() instanceof Level level ? level.prefix : "";
        guest.attach(new Level(new Graph(member), above + member.name() + '-'));
        guest.stoppedWhen(new Over(run));
        return guest;
    }

    /** The node has stopped, for a person to be asked. */
    synchronized void stops() {
        if (step != null) {
            step.end(null);
        }
    }

    synchronized void failed(Throwable error) {
        if (step != null) {
            step.end(error);
        }
        for (int i = guests.size() - 1; i >= 0; i--) {
            guests.get(i).run.end(error);
        }
    }

    synchronized void decided(String after, String next, LlmCall model) {
        Operation owner = owner();
        if (owner.attached() instanceof Level level) {
            level.decided(owner, after, List.of(next), model);
        }
    }

    /** Whether what the node at work returned is told by those that it ran at once. */
    boolean isToldByBranches(String node) {
        return graph.agent == null && Graph.isParallel(node);
    }
}
