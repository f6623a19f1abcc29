/**
 * Requests that a pipeline of the application's own answers, with Netty's {@code HttpServerCodec} or its two halves in it. What Reactor
 * Netty and Vert.x build on the same codec is theirs. See RATIONALE.md.
 */
@Library(
        name = "netty-server",
        kind = Kind.SERVER,
        coordinates = "io.netty:netty-codec-http",
        versions = {"${netty.version}", "${netty-4.1.newest.version}", "${netty.newest.version}"},
        operations = {Operation.SERVER},
        covers = "Requests of HTTP/1.1 that a pipeline of the application's own answers: kept connections, pipelining, aggregated "
                + "or in pieces, handlers with an executor of their own, 100-continue, errors, clients that hang up.",
        missing = "HTTP/2 and HTTP/3. Messages that a handler keeps and hands on later by itself are handled for nobody.")
package dev.clew.plugins.nettyserver;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
