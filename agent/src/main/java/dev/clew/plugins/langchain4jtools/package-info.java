/**
 * LangChain4j's tools: those that AiServices run for a model, and those that an application runs by itself with a
 * {@code ToolExecutor}. A failure that the library turns into an answer for the model fails the span with its real cause.
 */
@Library(name = "langchain4j-tools", coordinates = "dev.langchain4j:langchain4j", versions = "[1.0.0,1.19.0]")
package dev.clew.plugins.langchain4jtools;

import dev.clew.hook.Library;
