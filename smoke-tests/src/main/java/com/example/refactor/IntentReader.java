package com.example.refactor;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** Reads a diff and says in a sentence what it is for. */
public interface IntentReader {

    @SystemMessage("You read diffs. Answer with one sentence: what the author intends, and what the callers must change.")
    @UserMessage("Read this diff:\n\n{{diff}}")
    @Agent(name = "IntentReader", description = "Summarises the intent of a diff", outputKey = "intent")
    String read(@V("diff") String diff);
}
