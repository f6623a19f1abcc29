/**
 * Which route a request takes in Spring WebFlux, whatever server it came to. The server's own plugin has the request's span.
 */
@Library(name = "spring-webflux-server", coordinates = "org.springframework:spring-webflux", versions = "[6.2.14,7.0.8]")
package dev.clew.plugins.springwebflux;

import dev.clew.hook.Library;
