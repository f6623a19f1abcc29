package dev.clew.plugins.jdkfutures;

import dev.clew.context.Carry;
import dev.clew.context.Waiting;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** Where signals reach a subscriber: the context of its subscription goes on waiting for the next ones. */
@Hook(
        type = "java.util.concurrent.SubmissionPublisher$BufferedSubscription",
        method = "consume",
        params = {},
        wakes = Wake.NOTHING)
final class SignalsHook {
    private SignalsHook() {}

    @Enter
    static Object enter(@This Object subscription) {
        return Waiting.isEmpty() ? null : Carry.enter(Waiting.look(subscription));
    }

    @Exit
    static void exit(@Entered Object before) {
        Carry.leave(before);
    }
}
