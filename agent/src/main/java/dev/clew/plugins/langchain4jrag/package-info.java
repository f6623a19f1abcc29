/**
 * LangChain4j's retrieval: from the question to the documents that the model is given. What an augmentor does is one search;
 * a retriever that it asks the very same thing on its thread is that search, others are below it. So a retriever that is a
 * lambda, which no hook sees, is not missed. A vector store is part of the search that asks it, or a search of its own.
 * An aggregator that is not the library's own may put documents in another order: the ranks before that are told, where there was one
 * list, or a model was given one.
 *
 * <p>What is written to a vector store is written to a memory.
 */
@Library(
        name = "langchain4j-rag",
        kind = Kind.FRAMEWORK,
        coordinates = "dev.langchain4j:langchain4j-core",
        versions = {
            "${langchain4j.oldest.version}",
            "${langchain4j.tools.version}",
            "${langchain4j.agentic-middle.version}",
            "${langchain4j.version}",
            "${langchain4j.newest.version}"
        },
        operations = {Operation.RETRIEVAL, Operation.EMBEDDINGS, Operation.MEMORY},
        covers = "Augmentors, retrievers (lambdas too), re-ranking, vector stores; documents with their scores, the filter, "
                + "and where each stood before it was ranked again. Embedding models. What is ingested or written to a store is a write of a memory.",
        missing = "Query transformers and routers that call no model are part of the search and not told apart. "
                + "The order before, of several lists that no model ranks. Web "
                + "search engines by themselves.")
package dev.clew.plugins.langchain4jrag;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
