/**
 * Requests that Jetty answers, handlers, servlets and asynchronous ones: 9.4 to 11 with one shape, 12 with another. See RATIONALE.md.
 */
@Library(
        name = "jetty",
        coordinates = "org.eclipse.jetty:jetty-server",
        versions = "[9.4.30.v20200611,12.1.13]")
package dev.clew.plugins.jetty;

import dev.clew.hook.Library;
