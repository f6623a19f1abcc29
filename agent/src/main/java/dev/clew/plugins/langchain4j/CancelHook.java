package dev.clew.plugins.langchain4j;

import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;

/** The application stops a stream, since 1.8: no handler hears of that. */
@Hook(
        type = "dev.langchain4j.model.chat.response.StreamingHandle",
        subtypes = true,
        method = "cancel",
        params = {})
final class CancelHook {
    private CancelHook() {}

    @Exit
    static void exit(@This Object handle, @Threw Throwable unsupported) {
        if (unsupported == null) {
            WatchedHandler.cancelled(handle);
        }
    }
}
