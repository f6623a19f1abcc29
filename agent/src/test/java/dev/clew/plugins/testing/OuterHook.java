package dev.clew.plugins.testing;

import dev.clew.hook.*;
import dev.clew.weave.Seen;

/** A second hook on the same method as {@link TargetHook}. */
@Hook(type = "dev.clew.weave.Target", method = "many")
final class OuterHook {
    private OuterHook() {}

    @Enter
    static Object enter() {
        Seen.line("second enter");
        return "second";
    }

    @Exit
    static void exit(@Entered Object ticket, @Returned Object result, @Threw Throwable thrown) {
        Seen.line("second exit " + ticket + " " + result + " " + thrown);
    }
}
