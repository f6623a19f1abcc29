package dev.clew.plugins.azurecore;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpResponse;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.Wake;
import dev.clew.wire.Wire;
import reactor.core.publisher.Mono;

/** An asynchronous request: all that returns a {@code Mono} ends here. Nothing is sent before that is subscribed to. */
@Hook(
        type = "com.azure.core.http.HttpPipeline",
        method = "send",
        params = "com.azure.core.http.HttpPipelineCallContext",
        wakes = Wake.WEAVING,
        owns = Layer.MODEL)
final class PipelineHook {
    private PipelineHook() {}

    @ReplaceReturned
    static Mono<HttpResponse> owned(@Arg(0) HttpPipelineCallContext context, @Returned Mono<HttpResponse> response) {
        Wire wire = response == null ? null : Requests.recognise(context.getHttpRequest());
        return wire == null ? null : new OwnedResponse(response, wire);
    }
}
