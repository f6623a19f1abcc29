package dev.clew.plugins.jdkthreads;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** Every way of creating a virtual thread, JDK 21 and later. Nothing of ours runs at mount or unmount. */
@Hook(
        type = "java.lang.ThreadBuilders",
        method = "newVirtualThread",
        params = {"java.util.concurrent.Executor", "java.lang.String", "int", "java.lang.Runnable"},
        wakes = Wake.NOTHING)
final class VirtualThreadHook {
    private VirtualThreadHook() {}

    @Replace(3)
    static Runnable carry(@Arg(3) Runnable task) {
        return Carry.runnable(task);
    }
}
