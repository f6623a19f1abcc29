package dev.clew.plugins.langchain4jagentic;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Threw;

/** A value is written; null removes it. */
@Hook(
        type = "dev.langchain4j.agentic.scope.DefaultAgenticScope",
        method = "writeState",
        params = {"java.lang.String", "java.lang.Object"})
final class WriteStateHook {
    private WriteStateHook() {}

    @Exit
    static void exit(@Arg(0) String key, @Arg(1) Object value, @Threw Throwable error) {
        if (error == null) {
            State.written(key, value);
        }
    }
}
