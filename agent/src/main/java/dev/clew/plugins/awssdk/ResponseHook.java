package dev.clew.plugins.awssdk;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.io.InputStream;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.InterceptorContext;

/** The head of an answer, and of a blocking call its body, before any interceptor sees them. */
@Hook(
        type = "software.amazon.awssdk.core.interceptor.ExecutionInterceptorChain",
        method = "modifyHttpResponse",
        params = {
            "software.amazon.awssdk.core.interceptor.InterceptorContext",
            "software.amazon.awssdk.core.interceptor.ExecutionAttributes"
        },
        wakes = Wake.NOTHING)
final class ResponseHook {
    private ResponseHook() {}

    @Replace(0)
    static InterceptorContext answer(@Arg(0) InterceptorContext context, @Arg(1) ExecutionAttributes attributes) {
        Call call = Call.of(attributes);
        Attempt attempt = call == null ? null : call.attempt();
        if (attempt == null || context.httpResponse() == null) {
            return null;
        }
        attempt.head(context.httpResponse());
        InputStream body = context.responseBody().orElse(null);
        return body == null
                ? null
                : context.toBuilder().responseBody(BodyTee.over(body, attempt.exchange)).build();
    }
}
