package dev.clew.plugins.langchain4jmemory;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.langchain4j.memory.ChatMemory;

/** A stream of an agent without a memory keeps its rounds in one that nobody else sees: that is none. */
@Hook(
        type = "dev.langchain4j.service.AiServiceTokenStream",
        method = "initTemporaryMemory",
        returns = "dev.langchain4j.memory.ChatMemory")
final class TemporaryMemoryHook {
    private TemporaryMemoryHook() {}

    @Enter
    static Access enter() {
        return Access.skip();
    }

    @Exit
    static void exit(@Entered Access skipped, @Returned ChatMemory memory, @Threw Throwable error) {
        if (skipped != null) {
            Access.temporary(memory);
            skipped.close(error);
        }
    }
}
