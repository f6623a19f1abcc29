/**
 * Ktor's client on its own engine, CIO. On other engines the hooks of what these stand on see the same calls. Only requests
 * that look like model calls are looked into; see RATIONALE.md.
 */
@Library(
        name = "ktor-client-cio",
        kind = Kind.HTTP_CLIENT,
        coordinates = "io.ktor:ktor-client-cio-jvm",
        versions = {"${ktor.version}", "${ktor.newest.version}"},
        operations = {Operation.CLIENT, Operation.CHAT},
        covers = "Ktor's client on its own engine, with SSE; on other engines the hooks of what these stand on see "
                + "the same calls.",
        missing = "Ktor 2. What is asked, where the request's body is written as it is sent. Web sockets, hence "
                + "OpenAI's and Gemini's live APIs.")
package dev.clew.plugins.ktor;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
