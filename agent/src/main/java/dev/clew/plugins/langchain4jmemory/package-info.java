/**
 * LangChain4j's chat memories: what an agent reads and writes, and what its window drops. One span an access: what a memory
 * does inside to serve it, its store included, is part of it. A store that is used by itself is a memory.
 */
@Library(name = "langchain4j-memory", coordinates = "dev.langchain4j:langchain4j-core", versions = "[1.0.0,1.19.0]")
package dev.clew.plugins.langchain4jmemory;

import dev.clew.hook.Library;
