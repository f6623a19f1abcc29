/**
 * LangChain4j: models, and the agents that AiServices make of an interface. The outermost model object that sees a call owns
 * its span; decorators and the final request, with the model's defaults merged in, only add to it.
 *
 * <p>A streamed agent is open until its stream has ended; a stream that is never started is cancelled once it is garbage.
 */
@Library(
        name = "langchain4j",
        kind = Kind.FRAMEWORK,
        coordinates = "dev.langchain4j:langchain4j",
        versions = {
            "${langchain4j.oldest.version}",
            "${langchain4j.tools.version}",
            "${langchain4j.agentic-middle.version}",
            "${langchain4j.version}",
            "${langchain4j.newest.version}",
            "${langchain4j-core.newest.version}"
        },
        operations = {Operation.AGENT, Operation.CHAT},
        covers = "Chat models, blocking and streaming, with the final request, the answer, tokens, reasoning, "
                + "finish reason and the time to the first piece; decorated models as one call, fallback and "
                + "routing models as a call below the first. "
                + "AiServices with every return type (text, POJO, Result, TokenStream, Flux, future): one agent a "
                + "call, from its question to the end of its stream, with prompt template and variables.",
        missing = "Image, audio and language models that are no chat models. Two models that are asked at once below one "
                + "wrapper, streamed, are one call.")
package dev.clew.plugins.langchain4j;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
