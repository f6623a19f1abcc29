/**
 * LangChain4j's chat memories: what an agent reads and writes, and what its window drops. One span an access: what a memory
 * does inside to serve it, its store included, is part of it. A store that is used by itself is a memory.
 */
@Library(
        name = "langchain4j-memory",
        kind = Kind.FRAMEWORK,
        coordinates = "dev.langchain4j:langchain4j-core",
        versions = {
            "${langchain4j.oldest.version}",
            "${langchain4j.tools.version}",
            "${langchain4j.agentic-middle.version}",
            "${langchain4j.version}",
            "${langchain4j.newest.version}"
        },
        operations = {Operation.MEMORY},
        covers = "Chat memories and their stores: reads, writes, updates, clearing, and what a window of messages "
                + "or tokens drops; a read is linked to the writes it returned, and says what is new and what is gone; a model "
                + "call says which entries it was told.",
        missing = "What a memory of the application's own drops by itself.")
package dev.clew.plugins.langchain4jmemory;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
