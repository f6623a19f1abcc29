/**
 * Requests that Reactor Netty's server answers; Spring WebFlux comes with it. In between, Reactor's own hooks hand the request over.
 */
@Library(
        name = "reactor-netty-server",
        coordinates = "io.projectreactor.netty:reactor-netty-http",
        versions = "[1.0.0,1.3.8]")
package dev.clew.plugins.reactornettyserver;

import dev.clew.hook.Library;
