/**
 * What LangChain4j lets through and what not: guardrails, since 1.4, and moderation. A verdict is an event of the agent that
 * it is about; a moderation is a model call besides.
 */
@Library(name = "langchain4j-guardrails", coordinates = "dev.langchain4j:langchain4j-core", versions = "[1.0.0,1.19.0]")
package dev.clew.plugins.langchain4jguardrails;

import dev.clew.hook.Library;
