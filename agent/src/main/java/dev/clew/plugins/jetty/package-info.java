/** Jetty's HTTP client, of any HTTP version. Only requests that look like model calls are looked into; see RATIONALE.md. */
@Library(
        name = "jetty-client",
        kind = Kind.HTTP_CLIENT,
        coordinates = "org.eclipse.jetty:jetty-client",
        versions = {"${jetty.version}", "${jetty.newest.version}"},
        operations = {Operation.CLIENT, Operation.CHAT},
        covers = "Jetty's client 12, of any HTTP version.",
        missing = "Jetty's client before 12. Web sockets, hence OpenAI's and Gemini's live APIs.")
package dev.clew.plugins.jetty;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
