/**
 * Vert.x's HTTP client, of any HTTP version, and the web client on it. Only requests that look like model calls are looked
 * into; see RATIONALE.md.
 */
@Library(name = "vertx-http-client", coordinates = "io.vertx:vertx-core", versions = "[4.0.0,5.2.3]")
package dev.clew.plugins.vertxhttp;

import dev.clew.hook.Library;
