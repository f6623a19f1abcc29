package dev.clew.plugins.vertx;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.util.function.Function;

/** {@code compose} and {@code recover}. */
@Hook(
        type = "io.vertx.core.impl.future.FutureBase",
        method = "compose",
        params = {"java.util.function.Function", "java.util.function.Function"},
        wakes = Wake.NOTHING)
final class ComposeHook {
    private ComposeHook() {}

    @Replace(0)
    static Function<?, ?> success(@Arg(0) Function<?, ?> fn) {
        return (Function<?, ?>) Carry.function(fn);
    }

    @Replace(1)
    static Function<?, ?> failure(@Arg(1) Function<?, ?> fn) {
        return (Function<?, ?>) Carry.function(fn);
    }
}
