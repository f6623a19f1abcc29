/**
 * Requests that Reactor Netty's server answers; Spring WebFlux comes with it. In between, Reactor's own hooks hand the request over.
 */
@Library(
        name = "reactor-netty-server",
        kind = Kind.SERVER,
        coordinates = "io.projectreactor.netty:reactor-netty-http",
        versions = {"${reactor-netty.version}", "${reactor-netty.newest.version}"},
        operations = {Operation.SERVER},
        covers = "Requests to Reactor Netty's server. Spring WebFlux comes with it.",
        missing = "Web sockets.")
package dev.clew.plugins.reactornettyserver;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
