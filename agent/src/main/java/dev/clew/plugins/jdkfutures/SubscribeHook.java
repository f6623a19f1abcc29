package dev.clew.plugins.jdkfutures;

import dev.clew.context.Waiting;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** A subscriber of a {@code SubmissionPublisher} works for whoever subscribed it, whoever submits. */
@Hook(
        type = "java.util.concurrent.SubmissionPublisher$BufferedSubscription",
        method = "onSubscribe",
        params = {},
        wakes = Wake.NOTHING)
final class SubscribeHook {
    private SubscribeHook() {}

    @Enter
    static Object enter(@This Object subscription) {
        Waiting.put(subscription);
        return null;
    }
}
