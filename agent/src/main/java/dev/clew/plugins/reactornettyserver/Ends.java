package dev.clew.plugins.reactornettyserver;

import dev.clew.trace.Requests;
import reactor.netty.http.server.HttpServerResponse;

/** How a request ends. */
final class Ends {
    private Ends() {}

    static void end(Object operations, Throwable error) {
        if (operations instanceof HttpServerResponse && Requests.of(operations) != null) {
            Requests.end(operations, ((HttpServerResponse) operations).status().code(), error);
        }
    }
}
