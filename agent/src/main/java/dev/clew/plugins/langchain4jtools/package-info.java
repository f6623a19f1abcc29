/**
 * LangChain4j's tools: those that AiServices run for a model, and those that an application runs by itself with a
 * {@code ToolExecutor}. A failure that the library turns into an answer for the model fails the span with its real cause.
 */
@Library(
        name = "langchain4j-tools",
        kind = Kind.FRAMEWORK,
        coordinates = "dev.langchain4j:langchain4j",
        versions = {
            "${langchain4j.oldest.version}",
            "${langchain4j.tools.version}",
            "${langchain4j.agentic-middle.version}",
            "${langchain4j.version}",
            "${langchain4j.newest.version}"
        },
        operations = {Operation.TOOL},
        covers = "Tools of AiServices, one after the other or at once, lambdas too; names that the model made up; "
                + "the real cause of a failure that the model is told as text; tools run directly with a "
                + "ToolExecutor.",
        missing = "Before 1.4 a tool that is a lambda has no span of its own.")
package dev.clew.plugins.langchain4jtools;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
