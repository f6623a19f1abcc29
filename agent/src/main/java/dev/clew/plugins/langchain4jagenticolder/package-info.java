/**
 * LangChain4j's agentic module before 1.10: agents are invoked in other words, and up to 1.8 each kind of workflow has a handler
 * of its own, none of which asks a planner.
 */
@Library(
        name = "langchain4j-agentic-older",
        coordinates = "dev.langchain4j:langchain4j-agentic",
        versions = "[1.3.0-beta9]")
package dev.clew.plugins.langchain4jagenticolder;

import dev.clew.hook.Library;
