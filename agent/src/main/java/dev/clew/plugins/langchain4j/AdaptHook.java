package dev.clew.plugins.langchain4j;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.plugins.langchain4jtypes.Streams;
import dev.clew.trace.AgentRun;
import dev.clew.trace.Operation;

/** A stream that becomes a Flux or the like: the one who starts it will be inside of that. */
@Hook(
        type = "dev.langchain4j.service.DefaultAiServices$1",
        method = "adapt",
        params = {"dev.langchain4j.service.TokenStream", "java.lang.reflect.Type"})
final class AdaptHook {
    private AdaptHook() {}

    @Enter
    static Object enter(@Arg(0) Object stream) {
        if (stream != null && Operation.current() instanceof AgentRun run && run.isOpen()) {
            Streams.of(stream, run);
        }
        return null;
    }
}
