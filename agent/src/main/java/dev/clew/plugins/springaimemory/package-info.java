/**
 * Spring AI's memories of conversations. Read, written and cleared on whatever thread an advisor works; what a repository does
 * below is part of it, and seen by itself where an application uses it so. A window that is full says what it let go.
 */
@Library(
        name = "spring-ai-memory",
        kind = Kind.FRAMEWORK,
        coordinates = "org.springframework.ai:spring-ai-model",
        versions = {"${spring-ai.version}", "${spring-ai-1.1.version}", "${spring-ai.newest.version}"},
        operations = {Operation.MEMORY},
        covers = "Chat memories, also those of advisors and of streams: reads, writes, clearing, what a message "
                + "window lets go; repositories that are used by themselves. A read is linked to the writes it returned, and says "
                + "what is new and what is gone; a model call says which entries it was told, as messages.",
        missing = "Entries that an advisor puts into the instructions are not told of the call. Memories kept in a vector store are not tested.")
package dev.clew.plugins.springaimemory;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
