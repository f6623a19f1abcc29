/**
 * LangChain4j's models that block nobody, since 1.20: an answer that comes later, and a stream that is a publisher. The
 * outermost model object owns the call, as for those that wait.
 */
@Library(
        name = "langchain4j-async",
        kind = Kind.FRAMEWORK,
        coordinates = "dev.langchain4j:langchain4j-core",
        versions = {"${langchain4j-core.newest.version}"},
        operations = {Operation.CHAT},
        covers = "Models that block nobody: chatAsync, doChatAsync, streams as publishers; the span ends when the answer or the stream does, or "
                + "is cancelled.",
        missing = "AiServices and the agentic module of 1.20, which are not out yet.")
package dev.clew.plugins.langchain4jasync;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
