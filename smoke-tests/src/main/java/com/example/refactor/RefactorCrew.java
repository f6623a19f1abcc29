package com.example.refactor;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.scope.ResultWithAgenticScope;
import dev.langchain4j.service.V;

/** The three agents, one after the other. */
public interface RefactorCrew {

    @Agent(name = "RefactorCrew", description = "Lands a refactor", outputKey = "report")
    ResultWithAgenticScope<String> land(@V("diff") String diff, @V("callSites") String callSites);
}
