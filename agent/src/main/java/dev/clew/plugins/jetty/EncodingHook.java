package dev.clew.plugins.jetty;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/** The one header that the client takes away before it tells of them all. */
@Hook(
        type = "org.eclipse.jetty.client.transport.ResponseListeners",
        method = "notifyHeader",
        params = {"org.eclipse.jetty.client.Response", "org.eclipse.jetty.http.HttpField"},
        wakes = Wake.NOTHING)
final class EncodingHook {
    private EncodingHook() {}

    @Enter
    static Object enter(@Arg(0) Response response, @Arg(1) HttpField header) {
        if (header != null && header.getHeader() == HttpHeader.CONTENT_ENCODING) {
            Exchange exchange = Calls.ALL.of(response.getRequest());
            if (exchange != null) {
                exchange.responseEncoding(header.getValue());
            }
        }
        return null;
    }
}
