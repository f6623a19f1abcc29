package dev.clew.plugins.awssdk;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.nio.ByteBuffer;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.InterceptorContext;

/** The body of an answer, before any interceptor sees it and before its events are decoded. */
@Hook(
        type = "software.amazon.awssdk.core.interceptor.ExecutionInterceptorChain",
        method = "modifyAsyncHttpResponse",
        params = {
            "software.amazon.awssdk.core.interceptor.InterceptorContext",
            "software.amazon.awssdk.core.interceptor.ExecutionAttributes"
        },
        wakes = Wake.NOTHING)
final class AsyncResponseHook {
    private AsyncResponseHook() {}

    @Replace(0)
    static InterceptorContext answer(@Arg(0) InterceptorContext context, @Arg(1) ExecutionAttributes attributes) {
        Call call = Call.of(attributes);
        Attempt attempt = call == null ? null : call.attempt();
        Publisher<ByteBuffer> body = attempt == null ? null : context.responsePublisher().orElse(null);
        return body == null
                ? null
                : context.toBuilder().responsePublisher(new StreamTee(body, attempt)).build();
    }
}
