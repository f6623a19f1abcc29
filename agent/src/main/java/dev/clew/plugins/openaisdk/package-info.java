/**
 * OpenAI's own SDK. It speaks HTTP through OkHttp or a client of the application's; what is said over HTTP is read there. This says
 * which tries belong to one call.
 */
@Library(
        name = "openai-java",
        kind = Kind.SDK,
        coordinates = "com.openai:openai-java",
        versions = {"${openai-java.version}", "${openai-java.newest.version}"},
        operations = {Operation.TRIES},
        covers = "A call of the SDK is one span, and each try an attempt below it; what was said is read from "
                + "HTTP, over OkHttp or a client of the application's own.",
        missing = "Batches, assistants, pictures, speech, the live API.")
package dev.clew.plugins.openaisdk;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
