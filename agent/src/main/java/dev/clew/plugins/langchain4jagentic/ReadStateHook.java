package dev.clew.plugins.langchain4jagentic;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;

/** A value is read; one of an agent that is still at work is waited for. */
@Hook(
        type = "dev.langchain4j.agentic.scope.DefaultAgenticScope",
        method = "readState",
        params = "java.lang.String")
final class ReadStateHook {
    private ReadStateHook() {}

    @Exit
    static void exit(@Arg(0) String key, @Returned Object value, @Threw Throwable error) {
        if (error == null) {
            State.read(key, value);
        }
    }
}
