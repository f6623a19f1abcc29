package dev.clew.plugins.langchain4jagentic;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Threw;
import java.util.Map;

/** Several values are written. */
@Hook(
        type = "dev.langchain4j.agentic.scope.DefaultAgenticScope",
        method = "writeStates",
        params = "java.util.Map")
final class WriteStatesHook {
    private WriteStatesHook() {}

    @Exit
    static void exit(@Arg(0) Map<String, Object> values, @Threw Throwable error) {
        if (error == null) {
            for (Map.Entry<String, Object> value : values.entrySet()) {
                State.written(value.getKey(), value.getValue());
            }
        }
    }
}
