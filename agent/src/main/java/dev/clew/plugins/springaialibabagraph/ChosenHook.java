package dev.clew.plugins.springaialibabagraph;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.trace.Operation;
import java.util.ArrayList;
import java.util.List;

/** An edge has chosen one node or several, since 1.1.2. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.internal.node.ConditionalParallelNode$ConditionalParallelNodeAction",
        method = {"executeSingleNode", "executeParallelNodes"},
        params = {"*", "*", "*", "*"})
final class ChosenHook {
    private ChosenHook() {}

    @Enter
    static Object enter(@Arg(0) Object chosen) {
        Level level = Level.current();
        if (level != null) {
            List<String> next = new ArrayList<>(2);
            for (Object each : chosen instanceof List<?> several ? several : List.of(chosen)) {
                next.add(String.valueOf(each));
            }
            level.decided(Operation.current(), next);
        }
        return null;
    }
}
