/**
 * Requests that Undertow answers: handlers, and the servlets on top of them (WildFly, Spring Boot).
 */
@Library(
        name = "undertow",
        kind = Kind.SERVER,
        coordinates = "io.undertow:undertow-core",
        versions = {"${undertow.version}", "${undertow.newest.version}"},
        operations = {Operation.SERVER},
        covers = "Handlers, and the servlets on top of them (WildFly, Spring Boot).",
        missing = "Web sockets.")
package dev.clew.plugins.undertow;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
