package dev.clew.plugins.kotlincoroutines;

import dev.clew.context.Current;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.Wake;
import dev.clew.plugins.async.coroutines.CoroutineWork;
import kotlin.coroutines.CoroutineContext;

/**
 * {@code withContext} and {@code flowOn}. A context that does not change stays the very object: then the block runs in place, and
 * a flow may be emitted from it.
 */
@Hook(
        type = "kotlinx.coroutines.CoroutineContextKt",
        method = "newCoroutineContext",
        params = {"kotlin.coroutines.CoroutineContext", "kotlin.coroutines.CoroutineContext"},
        wakes = Wake.NOTHING)
final class ChangedContextHook {
    private ChangedContextHook() {}

    @ReplaceReturned
    static CoroutineContext carry(@Arg(0) CoroutineContext old, @Returned CoroutineContext context) {
        return context == null || context == old ? null : CoroutineWork.replaceIn(context, Current.carry());
    }
}
