/**
 * LangChain4j's models that block nobody, since 1.20: an answer that comes later, and a stream that is a publisher. The
 * outermost model object owns the call, as for those that wait.
 */
@Library(name = "langchain4j-async", coordinates = "dev.langchain4j:langchain4j-core", versions = "[1.20.0]")
package dev.clew.plugins.langchain4jasync;

import dev.clew.hook.Library;
