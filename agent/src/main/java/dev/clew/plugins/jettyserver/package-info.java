/**
 * Requests that Jetty answers, handlers, servlets and asynchronous ones: 9.4 to 11 with one shape, 12 with another. See RATIONALE.md.
 */
@Library(
        name = "jetty-server",
        coordinates = "org.eclipse.jetty:jetty-server",
        versions = "[9.4.30.v20200611,12.1.13]")
package dev.clew.plugins.jettyserver;

import dev.clew.hook.Library;
