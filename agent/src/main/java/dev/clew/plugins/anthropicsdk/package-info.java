/**
 * Anthropic's own SDK. It speaks HTTP through OkHttp or a client of the application's; what is said over HTTP is read there. This says
 * which tries belong to one call.
 */
@Library(
        name = "anthropic-java",
        kind = Kind.SDK,
        coordinates = "com.anthropic:anthropic-java",
        versions = {"${anthropic-java.version}", "${anthropic-java.newest.version}"},
        operations = {Operation.TRIES},
        covers = "A call of the SDK is one span, and each try an attempt below it; what was said is read from "
                + "HTTP, over OkHttp or a client of the application's own.",
        missing = "Batches and files.")
package dev.clew.plugins.anthropicsdk;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
