package dev.clew.plugins.reactornetty;

import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientRequest;

/** The last word on the headers has been spoken, by the application and by what the client does at a redirect. */
@Hook(
        type = "reactor.netty.http.client.HttpClientOperations",
        method = "beforeMarkSentHeaders",
        params = {},
        wakes = Wake.NOTHING)
final class HeadersHook {
    private HeadersHook() {}

    @Exit
    static void exit(@This Object operations) {
        Attempt attempt = Attempt.on(((Connection) operations).channel());
        if (attempt != null) {
            attempt.head(((HttpClientRequest) operations).requestHeaders());
        }
    }
}
