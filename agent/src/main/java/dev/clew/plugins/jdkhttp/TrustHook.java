package dev.clew.plugins.jdkhttp;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.net.http.HttpResponse.BodySubscriber;

/**
 * The client asks a subscriber of its own for the body at once, and one of the application's on another thread. A tee is
 * answered for as what it stands before is: the same threads as without it, and none woken for nothing.
 */
@Hook(
        type = "jdk.internal.net.http.ResponseSubscribers$TrustedSubscriber",
        method = "needsExecutor",
        params = "java.net.http.HttpResponse$BodySubscriber",
        wakes = Wake.NOTHING)
final class TrustHook {
    private TrustHook() {}

    @Replace(0)
    static BodySubscriber<?> subscriber(@Arg(0) BodySubscriber<?> subscriber) {
        return ResponseTee.behind(subscriber);
    }
}
