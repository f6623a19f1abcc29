package dev.clew.plugins.apachehttp5;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;

/** The client without interceptors, retries and redirects. A model call over it, or an attempt of one. */
@Hook(
        type = "org.apache.hc.client5.http.impl.classic.MinimalHttpClient",
        method = "doExecute",
        wakes = Wake.WEAVING,
        owns = Layer.HTTP)
final class MinimalClientHook {
    private MinimalClientHook() {}

    @Enter
    static Call enter(@Arg(0) HttpHost target, @Arg(1) ClassicHttpRequest request) {
        return Call.begin(target, request);
    }

    @Exit
    static void exit(@Entered Call call, @Returned ClassicHttpResponse response, @Threw Throwable error) {
        if (call != null) {
            call.answered(response, error);
        }
    }
}
