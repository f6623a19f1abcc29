/**
 * LangChain4j: models, and the agents that AiServices make of an interface. The outermost model object that sees a call owns
 * its span; decorators and the final request, with the model's defaults merged in, only add to it.
 *
 * <p>A streamed agent is open until its stream has ended; a stream that is never started is cancelled once it is garbage.
 */
@Library(name = "langchain4j", coordinates = "dev.langchain4j:langchain4j", versions = "[1.0.0,1.19.0]")
package dev.clew.plugins.langchain4j;

import dev.clew.hook.Library;
