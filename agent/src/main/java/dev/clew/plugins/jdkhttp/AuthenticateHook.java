package dev.clew.plugins.jdkhttp;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.Wake;

/** The same where it answers a challenge. */
@Hook(
        type = "jdk.internal.net.http.HttpRequestImpl",
        method = "newInstanceForAuthentication",
        wakes = Wake.NOTHING)
final class AuthenticateHook {
    private AuthenticateHook() {}

    @Exit
    static void exit(@Arg(0) Object before, @Returned Object next) throws Throwable {
        RedirectHook.goesOn(before, next);
    }
}
