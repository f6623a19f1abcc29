/**
 * Which route a request takes in Spring WebFlux, whatever server it came to. The server's own plugin has the request's span.
 */
@Library(
        name = "spring-webflux-server",
        kind = Kind.SERVER,
        coordinates = "org.springframework:spring-webflux",
        versions = {"${spring-boot-3.version}", "${spring-boot-4.version}"},
        operations = {Operation.SERVER},
        covers = "The route that a request took, on the span that its server's plugin has; tested as Spring Boot applications, whose "
                + "versions these are.",
        missing = "WebFlux 5 has a hook, but no test.")
package dev.clew.plugins.springwebflux;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
