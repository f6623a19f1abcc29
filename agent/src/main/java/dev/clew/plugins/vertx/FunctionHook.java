package dev.clew.plugins.vertx;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.util.function.Function;

/** What is to be made of a result; {@code andThen} and others of the interface come down to these. */
@Hook(
        type = "io.vertx.core.impl.future.FutureBase",
        method = {"map", "otherwise", "transform", "eventually"},
        params = "java.util.function.Function",
        wakes = Wake.NOTHING)
final class FunctionHook {
    private FunctionHook() {}

    @Replace(0)
    static Function<?, ?> carry(@Arg(0) Function<?, ?> fn) {
        return (Function<?, ?>) Carry.function(fn);
    }
}
