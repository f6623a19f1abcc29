/**
 * Quarkus LangChain4j: the agents it generates of interfaces while the application is built, which never see LangChain4j's own
 * AiServices. Their tools, models, searches and memories are LangChain4j's and seen by its hooks.
 */
@Library(
        name = "quarkus-langchain4j",
        coordinates = "io.quarkiverse.langchain4j:quarkus-langchain4j-core",
        versions = "[1.5.0]")
package dev.clew.plugins.quarkuslangchain4j;

import dev.clew.hook.Library;
