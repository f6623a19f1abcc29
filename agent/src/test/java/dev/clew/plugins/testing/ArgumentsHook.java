package dev.clew.plugins.testing;

import dev.clew.hook.*;
import dev.clew.weave.Seen;

@Hook(
        type = "dev.clew.weave.Target",
        method = "args",
        params = {"int", "long", "java.lang.String", "double", "java.lang.Object"})
final class ArgumentsHook {
    private ArgumentsHook() {}

    @Enter
    static Object enter(@Arg(0) int i, @Arg(1) long l, @Arg(2) String s, @Arg(3) double d, @Arg(1) Object boxed) {
        Seen.line("enter " + i + " " + l + " " + s + " " + d + " " + boxed);
        return null;
    }

    @Replace(2)
    static Object other(@Arg(2) String s) {
        if (Seen.replaceWithWrongType) {
            return 42;
        }
        return s.equals("keep") ? null : s + "!";
    }

    @Exit
    static void exit(@Arg(2) String s, @Arg(3) double d, @Returned Object result) {
        Seen.line("exit " + s + " " + d + " " + result);
    }

    @ReplaceReturned
    static String answer(@Returned String result) {
        return result.length() > 20 ? null : "<" + result + ">";
    }
}
