package dev.clew.plugins.vertxhttp;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import io.vertx.core.MultiMap;

/** What goes out as the head: so the headers that the application sees of its request stay its own. */
@Hook(type = "io.vertx.core.http.impl.HttpRequestHead", method = "<init>", wakes = Wake.NOTHING)
final class HeadHook {
    private HeadHook() {}

    /** Until 5.0; later this is the address. */
    @Replace(2)
    static Object third(@Arg(2) Object headers) {
        return headers instanceof MultiMap ? Sending.more((MultiMap) headers) : null;
    }

    /** From 5.1 on; before, this is the host. */
    @Replace(3)
    static Object fourth(@Arg(3) Object headers) {
        return headers instanceof MultiMap ? Sending.more((MultiMap) headers) : null;
    }
}
