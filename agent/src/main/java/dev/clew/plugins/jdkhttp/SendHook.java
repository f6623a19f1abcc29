package dev.clew.plugins.jdkhttp;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Replace;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import dev.clew.wire.Wire;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Where {@code send} and both {@code sendAsync} of the JDK's client meet. A model call over it, or an attempt of one. */
@Hook(
        type = "jdk.internal.net.http.HttpClientImpl",
        method = "sendAsync",
        params = {
            "java.net.http.HttpRequest",
            "java.net.http.HttpResponse$BodyHandler",
            "java.net.http.HttpResponse$PushPromiseHandler",
            "java.util.concurrent.Executor"
        },
        wakes = Wake.WEAVING,
        owns = Layer.HTTP)
final class SendHook {
    private SendHook() {}

    @Enter
    static Sending enter(@Arg(0) HttpRequest request, @Arg(1) HttpResponse.BodyHandler<?> handler) {
        if (request == null || handler == null) {
            return null;
        }
        URI uri = request.uri();
        String method = request.method();
        if (!Wire.mayBe(method, uri)) {
            return null;
        }
        Wire wire = Wire.recognise(method, uri, header(request, "content-type"));
        if (wire == null) {
            return null;
        }
        Exchange exchange = Exchange.begin(wire, method, uri, header(request, "x-stainless-retry-count"));
        try {
            Outcome outcome = new Outcome(exchange);
            HttpRequest tee = RequestTee.of(request, exchange);
            return new Sending(exchange, outcome, tee, new ResponseTee<>(handler, exchange, outcome));
        } catch (Throwable failed) {
            exchange.rescue();
            throw failed;
        }
    }

    private static String header(HttpRequest request, String name) {
        return ResponseTee.first(request.headers(), name);
    }

    @Replace(0)
    static HttpRequest request(@Entered Sending sending) {
        return sending == null ? null : sending.request;
    }

    @Replace(1)
    static HttpResponse.BodyHandler<?> handler(@Entered Sending sending) {
        return sending == null ? null : sending.handler;
    }

    @Exit
    static void exit(@Entered Sending sending, @Returned CompletableFuture<?> answer, @Threw Throwable error) {
        if (sending != null) {
            sending.sent(answer, error);
        }
    }
}
