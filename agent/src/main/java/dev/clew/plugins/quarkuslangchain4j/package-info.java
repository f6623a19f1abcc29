/**
 * Quarkus LangChain4j: the agents it generates of interfaces while the application is built, which never see LangChain4j's own
 * AiServices. Their tools, models, searches and memories are LangChain4j's and seen by its hooks.
 */
@Library(
        name = "quarkus-langchain4j",
        kind = Kind.FRAMEWORK,
        coordinates = "io.quarkiverse.langchain4j:quarkus-langchain4j-core",
        versions = {"${quarkus-langchain4j.tested.version}"},
        operations = {Operation.AGENT},
        covers = "AI services as Quarkus builds them, with String, POJO, Multi and TokenStream results, also from the event loop; their tools, "
                + "models, searches and memories are LangChain4j's.",
        missing = "Native images, which take no agents.")
package dev.clew.plugins.quarkuslangchain4j;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
