package dev.clew.plugins.kotlincoroutines;

import dev.clew.context.Current;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;

/**
 * A coroutine that is resumed: whatever its dispatcher's thread works for, as the executor below may carry it from whoever
 * resumed, is not what the coroutine works for. That is {@link dev.clew.plugins.async.coroutines.CoroutineWork}, set inside of this.
 */
@Hook(type = "kotlinx.coroutines.DispatchedTask", method = "run", params = {}, wakes = Wake.NOTHING)
final class ResumeHook {
    private ResumeHook() {}

    @Enter
    static Object enter() {
        Object work = Current.get();
        if (work != null) {
            Current.set(null);
        }
        return work;
    }

    @Exit
    static void exit(@Entered Object work) {
        if (work != null) {
            Current.set(work);
        }
    }
}
