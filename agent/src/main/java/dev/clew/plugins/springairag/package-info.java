/**
 * Spring AI's searches: document retrievers, and vector stores that are searched directly. A store that a retriever searches is
 * part of the retrieval. What ranks, chooses or changes the documents that were found is a piece of work of its own. What is
 * written to a store and removed from it is an access of a memory.
 */
@Library(
        name = "spring-ai-rag",
        kind = Kind.FRAMEWORK,
        coordinates = "org.springframework.ai:spring-ai-rag",
        versions = {"${spring-ai.version}", "${spring-ai-1.1.version}", "${spring-ai-rag.newest.version}"},
        operations = {Operation.RETRIEVAL, Operation.MEMORY},
        covers = "Document retrievers and searches of vector stores, with documents, scores and filter, also on the "
                + "advisors' own threads; post-processors of documents, with the ranks before and after; "
                + "what is written to a vector store and deleted from it.",
        missing = "A retriever that is a lambda is seen "
                + "by the store that it searches alone, a post-processor that is a lambda not at all.")
package dev.clew.plugins.springairag;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
