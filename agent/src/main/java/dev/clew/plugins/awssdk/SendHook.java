package dev.clew.plugins.awssdk;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import software.amazon.awssdk.core.internal.http.RequestExecutionContext;
import software.amazon.awssdk.http.SdkHttpFullRequest;

/** A signed request goes to the HTTP client, and the head of an answer comes back. Its body is read later: see {@link AttemptHook}. */
@Hook(
        type = "software.amazon.awssdk.core.internal.http.pipeline.stages.MakeHttpRequestStage",
        method = "executeHttpRequest",
        params = {
            "software.amazon.awssdk.http.SdkHttpFullRequest",
            "software.amazon.awssdk.core.internal.http.RequestExecutionContext"
        },
        wakes = Wake.NOTHING)
final class SendHook {
    private SendHook() {}

    @Enter
    static Sending enter(@Arg(0) SdkHttpFullRequest request, @Arg(1) RequestExecutionContext context) {
        return Sending.of(request, context);
    }

    @Replace(0)
    static SdkHttpFullRequest request(@Entered Sending sending) {
        return sending == null ? null : sending.request;
    }

    @Exit
    static void exit(@Entered Sending sending, @Threw Throwable error) {
        if (sending != null) {
            sending.leave();
            if (error != null) {
                sending.attempt.ended(error);
            }
        }
    }
}
