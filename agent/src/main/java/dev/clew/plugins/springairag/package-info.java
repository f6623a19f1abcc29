/**
 * Spring AI's searches: document retrievers, and vector stores that are searched directly. A store that a retriever searches is
 * part of the retrieval.
 */
@Library(
        name = "spring-ai-rag",
        kind = Kind.FRAMEWORK,
        coordinates = "org.springframework.ai:spring-ai-rag",
        versions = {"${spring-ai.version}", "${spring-ai-1.1.version}", "${spring-ai-rag.newest.version}"},
        operations = {Operation.RETRIEVAL},
        covers = "Document retrievers and searches of vector stores, with documents and scores, also on the "
                + "advisors' own threads.",
        missing = "Documents that are added to or deleted from a vector store. A retriever that is a lambda is seen "
                + "by the store that it searches alone.")
package dev.clew.plugins.springairag;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
