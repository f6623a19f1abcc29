/**
 * LangChain4j's agentic module: workflows, and the agents that they invoke. A workflow inside a workflow arrives as an agent
 * first and is one span all the same; an agent that is an AiService is adopted by that library's hooks.
 */
@Library(
        name = "langchain4j-agentic",
        coordinates = "dev.langchain4j:langchain4j-agentic",
        versions = "[1.10.0-beta18,1.16.1-beta26]")
package dev.clew.plugins.langchain4jagentic;

import dev.clew.hook.Library;
