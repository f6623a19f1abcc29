package dev.clew.plugins.springaialibabagraph;

import com.alibaba.cloud.ai.graph.GraphResponse;
import com.alibaba.cloud.ai.graph.NodeOutput;
import com.alibaba.cloud.ai.graph.OverAllState;
import com.alibaba.cloud.ai.graph.RunnableConfig;
import com.alibaba.cloud.ai.graph.action.InterruptionMetadata;
import dev.clew.plugins.async.AsyncCall;
import dev.clew.plugins.async.Running;
import dev.clew.trace.AgentRun;
import dev.clew.trace.Message;
import dev.clew.trace.Operation;
import dev.clew.trace.WorkflowRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A run of a graph: an agent's, or a workflow's. */
record Run(Graph graph, OverAllState state, RunnableConfig config) implements AsyncCall {
    @Override
    public Running subscribed() {
        boolean isOutermost = AgentRun.owner() == null && WorkflowRun.owner() == null;
        Level above = Level.current();
        Operation decider = above == null || graph.name == null ? null : above.decider(graph.name);
        Map<String, Object> begins = new HashMap<>(state.data());
        Operation run = graph.isAgent() ? agent(begins, isOutermost) : workflow(begins);
        run.attach(new Level(graph, ""));
        if (decider != null) {
            run.handedOverBy(decider);
        }
        if (isOutermost) {
            config.metadata(RunnableConfig.HUMAN_FEEDBACK_METADATA_KEY).ifPresent(word -> Human.answered(run, word));
        }
        return new Steps(run, begins, above);
    }

    private AgentRun agent(Map<String, Object> begins, boolean isOutermost) {
        AgentRun run = AgentRun.start(graph.name).alone();
        run.description(Said.some(graph.agent.description()));
        run.input(Said.input(begins));
        if (isOutermost) {
            // those below have ids that the library makes up
            run.conversation(config.threadId().orElse(null));
        }
        return run;
    }

    private WorkflowRun workflow(Map<String, Object> begins) {
        WorkflowRun run = WorkflowRun.start(graph.name);
        run.input(Said.input(begins));
        return run;
    }

    /** What a run says on its way; the last word counts. */
    private static final class Steps extends Running {
        private final Operation run;
        private final Map<String, Object> begins;
        private final Level above;
        private Object last;
        private Throwable failure;

        Steps(Operation run, Map<String, Object> begins, Level above) {
            super(run);
            this.run = run;
            this.begins = begins;
            this.above = above;
        }

        @Override
        protected void item(Object item) {
            failure = null;
            if (item instanceof GraphResponse<?> response) {
                failure = Failures.of(response);
                last = response.resultValue().orElse(last);
            } else {
                last = item;
            }
        }

        @Override
        protected void completed() {
            if (above != null) {
                above.ended(run);
            }
            if (failure != null) {
                run.end(failure);
            } else if (last instanceof InterruptionMetadata interruption) {
                Human.asked(run, interruption);
            } else if (last instanceof NodeOutput output && output.state() != null) {
                says(output.state().data());
            } else if (last instanceof Map<?, ?> state) {
                Map<String, Object> named = new HashMap<>();
                state.forEach((key, value) -> named.put(String.valueOf(key), value));
                says(named);
            }
        }

        private void says(Map<String, Object> state) {
            Supplier<List<Message>> said = Said.output(state, begins);
            if (said != null && run instanceof AgentRun agent) {
                agent.output(said);
            } else if (said != null) {
                ((WorkflowRun) run).output(said);
            }
        }
    }
}
