package dev.clew.plugins.kotlincoroutines;

import dev.clew.context.Current;
import dev.clew.hook.Hook;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.Wake;
import dev.clew.plugins.async.coroutines.CoroutineWork;
import kotlin.coroutines.CoroutineContext;

/**
 * Every builder ({@code launch}, {@code async}, {@code produce}, {@code runBlocking}, ...) asks here for the context of the
 * coroutine that it makes. What the scope carries is no matter: it may be another's, or long over.
 */
@Hook(
        type = "kotlinx.coroutines.CoroutineContextKt",
        method = "newCoroutineContext",
        params = {"kotlinx.coroutines.CoroutineScope", "kotlin.coroutines.CoroutineContext"},
        wakes = Wake.NOTHING)
final class NewContextHook {
    private NewContextHook() {}

    @ReplaceReturned
    static CoroutineContext carry(@Returned CoroutineContext context) {
        return context == null ? null : CoroutineWork.replaceIn(context, Current.carry());
    }
}
