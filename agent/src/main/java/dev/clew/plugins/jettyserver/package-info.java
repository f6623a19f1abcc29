/**
 * Requests that Jetty answers, handlers, servlets and asynchronous ones: 9.4 to 11 with one shape, 12 with another. See RATIONALE.md.
 */
@Library(
        name = "jetty-server",
        kind = Kind.SERVER,
        coordinates = "org.eclipse.jetty:jetty-server",
        versions = {"${jetty.oldest.version}", "${jetty-11.version}", "${jetty.version}", "${jetty.newest.version}"},
        operations = {Operation.SERVER},
        covers = "Handlers, servlets and asynchronous requests, 9.4 to 12.1, of both servlet APIs.",
        missing = "Web sockets.")
package dev.clew.plugins.jettyserver;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
