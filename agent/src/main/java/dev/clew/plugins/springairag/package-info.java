/**
 * Spring AI's searches: document retrievers, and vector stores that are searched directly. A store that a retriever searches is
 * part of the retrieval. What is written to a store and removed from it is an access of a memory.
 */
@Library(name = "spring-ai-rag", coordinates = "org.springframework.ai:spring-ai-rag", versions = "[1.0.0,2.0.0]")
package dev.clew.plugins.springairag;

import dev.clew.hook.Library;
