package dev.clew.plugins.vertx;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.util.concurrent.Callable;

/** {@code executeBlocking} of Vert.x 4.5. */
@Hook(
        type = "io.vertx.core.impl.ContextImpl",
        method = "executeBlocking",
        params = {"*", "java.util.concurrent.Callable", "*", "*"},
        wakes = Wake.NOTHING)
final class Blocking4Hook {
    private Blocking4Hook() {}

    @Replace(1)
    static Callable<?> carry(@Arg(1) Callable<?> code) {
        return Carry.callable(code);
    }
}
