package dev.clew.plugins.testing;

import dev.clew.hook.*;

@Hook(type = "dev.clew.weave.Target", method = "<init>", params = {"long", "java.lang.Runnable"})
final class ConstructorHook {
    private ConstructorHook() {}

    @Replace(1)
    static Runnable wrap(@Arg(1) Runnable task, @Arg(0) long number) {
        return () -> {
            dev.clew.weave.Seen.line("wrapped " + number);
            task.run();
        };
    }
}
