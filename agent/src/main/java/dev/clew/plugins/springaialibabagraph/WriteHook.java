package dev.clew.plugins.springaialibabagraph;

import com.alibaba.cloud.ai.graph.GraphRunnerContext;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import java.util.Map;

/** What a node answered becomes part of the state; the library reads the state for that, not the node. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.GraphRunnerContext",
        method = "mergeIntoCurrentState",
        params = "java.util.Map")
final class WriteHook {
    private WriteHook() {}

    @Enter
    static Inside enter(@This GraphRunnerContext context, @Arg(0) Map<String, Object> values) {
        Walk walk = values == null ? null : Walk.of(context);
        if (walk == null) {
            return null;
        }
        if (!walk.isToldByBranches(context.getCurrentNodeId())) {
            State.written(walk.place(), values, context.getCurrentStateData());
        }
        return Inside.of(walk.run());
    }

    @Exit
    static void exit(@Entered Inside inside) {
        if (inside != null) {
            inside.rescue();
        }
    }
}
