/**
 * Requests that the JDK's own HTTP server answers, from its first filter to the last byte of the response; see RATIONALE.md.
 */
@Library(name = "httpserver", coordinates = "jdk", versions = "[17,25]")
package dev.clew.plugins.httpserver;

import dev.clew.hook.Library;
