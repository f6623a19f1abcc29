package com.example.refactor;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** Runs the test suite and reports how it went. */
public interface TestRunner {

    @SystemMessage("You run test suites. Call the tool runTests once, then report the result in one sentence: green or red.")
    @UserMessage("The change is in place:\n{{rewritten}}\n\nRun the tests.")
    @Agent(name = "TestRunner", description = "Runs the test suite", outputKey = "report")
    String test(@V("rewritten") String rewritten);
}
