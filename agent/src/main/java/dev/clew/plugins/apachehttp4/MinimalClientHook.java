package dev.clew.plugins.apachehttp4;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;

/** The client without interceptors, retries and redirects. A model call over it, or an attempt of one. */
@Hook(
        type = "org.apache.http.impl.client.MinimalHttpClient",
        method = "doExecute",
        wakes = Wake.WEAVING,
        owns = Layer.HTTP)
final class MinimalClientHook {
    private MinimalClientHook() {}

    @Enter
    static Call enter(@Arg(0) HttpHost target, @Arg(1) HttpRequest request) {
        return Call.begin(target, request);
    }

    @Exit
    static void exit(@Entered Call call, @Returned HttpResponse response, @Threw Throwable error) {
        if (call != null) {
            call.answered(response, error);
        }
    }
}
