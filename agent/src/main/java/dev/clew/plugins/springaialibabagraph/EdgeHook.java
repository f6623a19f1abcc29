package dev.clew.plugins.springaialibabagraph;

import com.alibaba.cloud.ai.graph.GraphRunnerContext;
import com.alibaba.cloud.ai.graph.action.Command;
import com.alibaba.cloud.ai.graph.internal.edge.EdgeValue;
import dev.clew.context.Rescuable;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.trace.LlmCall;
import dev.clew.trace.Operation;

/** An edge with a condition decides which node is next; to do so, it may ask a model, for the node that it leads on from. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.GraphRunnerContext",
        method = "nextNodeId",
        params = {"com.alibaba.cloud.ai.graph.internal.edge.EdgeValue", "java.util.Map", "java.lang.String"})
final class EdgeHook {
    /** An edge that is deciding. */
    static final class Deciding implements Rescuable {
        private final Inside inside;
        private final Operation place;
        private final LlmCall before;

        private Deciding(Operation place) {
            this.inside = Inside.of(place);
            this.place = place;
            this.before = place.lastCall();
        }

        private LlmCall asked() {
            return place.lastCall() == before ? null : place.lastCall();
        }

        @Override
        public void rescue() {
            inside.rescue();
        }
    }

    private EdgeHook() {}

    @Enter
    static Deciding enter(@This GraphRunnerContext context, @Arg(0) EdgeValue edge) {
        Walk walk = edge == null || edge.value() == null ? null : Walk.of(context);
        return walk == null ? null : new Deciding(walk.place());
    }

    @Exit
    static void exit(
            @Entered Deciding deciding, @This GraphRunnerContext context, @Arg(2) String after, @Returned Command command) {
        if (deciding == null) {
            return;
        }
        deciding.rescue();
        Walk walk = command == null || Graph.isParallel(command.gotoNode()) ? null : Walk.of(context);
        if (walk != null) {
            walk.decided(after, command.gotoNode(), deciding.asked());
        }
    }
}
