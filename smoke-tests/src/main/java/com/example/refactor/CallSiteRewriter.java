package com.example.refactor;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** Rewrites each call site with a tool; the tool calls of one answer run in parallel. */
public interface CallSiteRewriter {

    @SystemMessage("You rewrite call sites. Call the tool rewriteCallSite once for each call site, all in one answer; "
            + "then say in one sentence what you changed.")
    @UserMessage("The intent:\n{{intent}}\n\nThe call sites:\n{{callSites}}")
    @Agent(name = "CallSiteRewriter", description = "Rewrites the call sites of a changed method", outputKey = "rewritten")
    String rewrite(@V("intent") String intent, @V("callSites") String callSites);
}
