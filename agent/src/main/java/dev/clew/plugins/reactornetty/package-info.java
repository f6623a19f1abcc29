/**
 * Reactor Netty's HTTP client, and what stands on it: Spring's WebClient, Azure's SDKs. Requests that look like model calls are
 * watched, others carry the trace on; see RATIONALE.md.
 */
@Library(
        name = "reactor-netty",
        coordinates = "io.projectreactor.netty:reactor-netty-http",
        versions = "[1.0.0,1.3.8]")
package dev.clew.plugins.reactornetty;

import dev.clew.hook.Library;
