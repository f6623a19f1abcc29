package dev.clew.plugins.awssdk;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import software.amazon.awssdk.core.internal.http.RequestExecutionContext;

/** One try of a blocking call, from its signature to the last byte that was read of the answer: here it ends. */
@Hook(
        type = "software.amazon.awssdk.core.internal.http.pipeline.stages.ApiCallAttemptMetricCollectionStage",
        method = "execute",
        params = {
            "software.amazon.awssdk.http.SdkHttpFullRequest",
            "software.amazon.awssdk.core.internal.http.RequestExecutionContext"
        },
        wakes = Wake.NOTHING)
final class AttemptHook {
    private AttemptHook() {}

    @Exit
    static void exit(@Arg(1) RequestExecutionContext context, @Threw Throwable error) {
        Call call = Call.of(context.executionAttributes());
        Attempt attempt = call == null ? null : call.attempt();
        if (attempt != null) {
            attempt.ended(error);
        }
    }
}
