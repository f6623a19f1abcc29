/**
 * Vert.x's HTTP client, of any HTTP version, and the web client on it. Only requests that look like model calls are looked
 * into; see RATIONALE.md.
 */
@Library(
        name = "vertx-http-client",
        kind = Kind.HTTP_CLIENT,
        coordinates = "io.vertx:vertx-core",
        versions = {"${vertx.oldest.version}", "${vertx.version}", "${vertx-client.newest.version}"},
        operations = {Operation.CLIENT, Operation.CHAT},
        covers = "Vert.x's client, HTTP/1, 2 and 3, and the web client on it.",
        missing = "A connection that was refused, with the plain client and the web client of 4.0. Web sockets, "
                + "hence OpenAI's and Gemini's live APIs.")
package dev.clew.plugins.vertxhttp;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
