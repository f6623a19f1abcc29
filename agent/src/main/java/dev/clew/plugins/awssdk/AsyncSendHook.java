package dev.clew.plugins.awssdk;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.internal.http.RequestExecutionContext;
import software.amazon.awssdk.http.SdkHttpFullRequest;

/** A signed request goes to the HTTP client; the future is that of its whole answer. */
@Hook(
        type = "software.amazon.awssdk.core.internal.http.pipeline.stages.MakeAsyncHttpRequestStage",
        method = "executeHttpRequest",
        params = {
            "software.amazon.awssdk.http.SdkHttpFullRequest",
            "software.amazon.awssdk.core.internal.http.RequestExecutionContext"
        },
        wakes = Wake.NOTHING)
final class AsyncSendHook {
    private AsyncSendHook() {}

    @Enter
    static Sending enter(@Arg(0) SdkHttpFullRequest request, @Arg(1) RequestExecutionContext context) {
        return Sending.of(request, context);
    }

    @Replace(0)
    static SdkHttpFullRequest request(@Entered Sending sending) {
        return sending == null ? null : sending.request;
    }

    @Exit
    static void exit(@Entered Sending sending, @Returned CompletableFuture<?> answer, @Threw Throwable error) {
        if (sending == null) {
            return;
        }
        sending.leave();
        if (answer == null) {
            sending.attempt.ended(error);
        } else {
            sending.attempt.answeredBy(answer);
        }
    }
}
