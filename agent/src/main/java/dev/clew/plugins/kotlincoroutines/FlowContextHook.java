package dev.clew.plugins.kotlincoroutines;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import dev.clew.plugins.async.coroutines.CoroutineWork;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.flow.internal.SafeCollector;

/**
 * A flow must be emitted in the context it is collected in, element by element: ours is not the application's mistake, so the
 * comparison finds it equal.
 */
@Hook(
        type = "kotlinx.coroutines.flow.internal.SafeCollector_commonKt",
        method = "checkContext",
        params = {"kotlinx.coroutines.flow.internal.SafeCollector", "kotlin.coroutines.CoroutineContext"},
        wakes = Wake.NOTHING)
final class FlowContextHook {
    private FlowContextHook() {}

    @Replace(1)
    static CoroutineContext compare(@Arg(0) SafeCollector<?> collector, @Arg(1) CoroutineContext emitting) {
        CoroutineWork collected = collector.collectContext.get(CoroutineWork.KEY);
        if (emitting.get(CoroutineWork.KEY) == collected) {
            return null;
        }
        return collected == null ? emitting.minusKey(CoroutineWork.KEY) : emitting.plus(collected);
    }
}
