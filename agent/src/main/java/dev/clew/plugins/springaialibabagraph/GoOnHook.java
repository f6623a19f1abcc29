package dev.clew.plugins.springaialibabagraph;

import com.alibaba.cloud.ai.graph.GraphRunnerContext;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;

/** A run begins, or goes on after a node, on whatever thread that node ended. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.executor.MainGraphExecutor",
        method = "execute",
        params = {"com.alibaba.cloud.ai.graph.GraphRunnerContext", "*"})
final class GoOnHook {
    private GoOnHook() {}

    @Enter
    static Inside enter(@Arg(0) GraphRunnerContext context) {
        Walk walk = context == null ? null : Walk.begin(context);
        if (walk == null) {
            return null;
        }
        walk.goesOn(context);
        return Inside.of(walk.run());
    }

    @Exit
    static void exit(@Entered Inside inside) {
        if (inside != null) {
            inside.rescue();
        }
    }
}
