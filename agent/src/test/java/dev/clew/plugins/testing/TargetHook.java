package dev.clew.plugins.testing;

import dev.clew.hook.*;
import dev.clew.weave.Seen;

@Hook(
        type = "dev.clew.weave.Target",
        method = {"greet", "wide", "none", "fails", "many", "loops", "guarded", "fixed", "locked", "recurse", "empty"})
final class TargetHook {
    private TargetHook() {}

    @Enter
    static String enter(@This Object self) {
        Seen.line("enter " + (self == null ? "static" : self.getClass().getSimpleName()));
        return "ticket";
    }

    @Exit
    static void exit(@This Object self, @Entered String ticket, @Returned Object result, @Threw Throwable thrown) {
        Seen.line("exit " + ticket + " " + result + " " + thrown);
    }
}
