/**
 * Requests that the JDK's own HTTP server answers, from its first filter to the last byte of the response; see RATIONALE.md.
 */
@Library(
        name = "httpserver",
        kind = Kind.SERVER,
        coordinates = "jdk",
        versions = {"17", "25"},
        operations = {Operation.SERVER},
        covers = "com.sun.net.httpserver, from its first filter to the last byte of the response.",
        missing = "Requests that the server answers of itself.")
package dev.clew.plugins.httpserver;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
