/**
 * LangChain4j's retrieval: from the question to the documents that the model is given. What an augmentor does is one search;
 * a retriever that it asks the very same thing on its thread is that search, others are below it. So a retriever that is a
 * lambda, which no hook sees, is not missed. A vector store is part of the search that asks it, or a search of its own.
 *
 * <p>What is written to a vector store is written to a memory.
 */
@Library(name = "langchain4j-rag", coordinates = "dev.langchain4j:langchain4j-core", versions = "[1.0.0,1.19.0]")
package dev.clew.plugins.langchain4jrag;

import dev.clew.hook.Library;
