/**
 * Reactor Netty's HTTP client, and what stands on it: Spring's WebClient, Azure's SDKs. Requests that look like model calls are
 * watched, others carry the trace on; see RATIONALE.md.
 */
@Library(
        name = "reactor-netty",
        kind = Kind.HTTP_CLIENT,
        coordinates = "io.projectreactor.netty:reactor-netty-http",
        versions = {"${reactor-netty.version}", "${reactor-netty-1.1.version}", "${reactor-netty.newest.version}"},
        operations = {Operation.CLIENT, Operation.CHAT},
        covers = "Reactor Netty's client, each try of it. With it Spring's WebClient (${spring.version}, "
                + "${spring-webflux-6.version}, ${spring-webflux.newest.version}), which is tested over the JDK's "
                + "client too, and Azure's SDKs.",
        missing = "Bodies of HTTP/3 requests. Web sockets, hence OpenAI's and Gemini's live APIs.")
package dev.clew.plugins.reactornetty;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
