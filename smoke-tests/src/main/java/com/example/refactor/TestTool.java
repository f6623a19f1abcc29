package com.example.refactor;

import dev.langchain4j.agent.tool.Tool;
import java.io.IOException;

/** Lets the model run the tests. */
final class TestTool {

    private final CodeBase code;

    TestTool(CodeBase code) {
        this.code = code;
    }

    @Tool("Compiles the code base and runs its test suite")
    String runTests() throws IOException, InterruptedException {
        return code.test();
    }
}
