/**
 * Which route a request takes in Spring MVC, whatever server it came to. The server's own plugin has the request's span.
 */
@Library(
        name = "spring-webmvc",
        kind = Kind.SERVER,
        coordinates = "org.springframework:spring-webmvc",
        versions = {"${spring-boot-3.version}", "${spring-boot-4.version}"},
        operations = {Operation.SERVER},
        covers = "The route that a request took, on the span that its server's plugin has; tested as Spring Boot applications, whose "
                + "versions these are.",
        missing = "Spring MVC 5 has a hook, but no test.")
package dev.clew.plugins.springmvc;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
