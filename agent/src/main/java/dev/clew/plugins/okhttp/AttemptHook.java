package dev.clew.plugins.okhttp;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** OkHttp's own first interceptor, which comes right after the application's last. A model call, or an attempt of one. */
@Hook(
        type = "okhttp3.internal.http.RetryAndFollowUpInterceptor",
        method = "intercept",
        wakes = Wake.WEAVING,
        owns = Layer.HTTP)
final class AttemptHook {
    private AttemptHook() {}

    @Enter
    static Attempt enter(@Arg(0) Interceptor.Chain chain) {
        return Attempt.enter(chain);
    }

    @Exit
    static void exit(@Entered Attempt attempt, @Threw Throwable error) throws IOException {
        if (attempt != null) {
            attempt.leave(error);
        }
    }

    @ReplaceReturned
    static Response response(@Entered Attempt attempt, @Returned Response response) {
        return attempt == null ? null : attempt.response(response);
    }
}
