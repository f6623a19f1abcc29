package com.example.refactor;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import java.io.IOException;

/** Lets the model edit one line of the code base. */
final class RewriteTool {

    private final CodeBase code;

    RewriteTool(CodeBase code) {
        this.code = code;
    }

    @Tool("Replaces one call in one file")
    String rewriteCallSite(
            @P("name of the file") String file,
            @P("the call as it is") String from,
            @P("the call as it shall be") String to)
            throws IOException {
        return code.replace(file, from, to) ? "rewritten: " + file : "not found in " + file + ": " + from;
    }
}
