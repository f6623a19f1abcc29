package dev.clew.plugins.springaialibabagraph;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.trace.Operation;
import dev.clew.trace.WorkflowStep;
import java.util.Optional;

/** A node reads what others left, or an edge does. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.OverAllState",
        method = "value",
        params = "java.lang.String",
        returns = "java.util.Optional")
final class ReadHook {
    private ReadHook() {}

    @Exit
    static void exit(@Arg(0) String key, @Returned Optional<?> value, @Threw Throwable error) {
        Operation by = error == null && value != null ? Operation.current() : null;
        if (by instanceof WorkflowStep && by.isOpen()) {
            State.read(by, key, value.orElse(null));
        }
    }
}
