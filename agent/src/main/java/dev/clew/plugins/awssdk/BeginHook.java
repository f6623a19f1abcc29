package dev.clew.plugins.awssdk;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;

/** Where every execution begins, on the thread that asked for it: its attributes lead to the call from here on. */
@Hook(
        type = "software.amazon.awssdk.core.interceptor.ExecutionInterceptorChain",
        method = "beforeExecution",
        params = {"*", "software.amazon.awssdk.core.interceptor.ExecutionAttributes"},
        wakes = Wake.NOTHING)
final class BeginHook {
    private BeginHook() {}

    @Exit
    static void exit(@Arg(1) ExecutionAttributes attributes) {
        Call.begin(attributes);
    }
}
