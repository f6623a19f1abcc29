package com.example.langchain4j;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;

/** Tools of a model. */
public class Toolbox {
    static final IllegalStateException BROKEN = new IllegalStateException("disk full");

    /** Sums. */
    @Tool("Adds two numbers")
    public int add(@P("first") int a, @P("second") int b) {
        return a + b;
    }

    /** Fails. */
    @Tool("Saves a file")
    public String save(@P("name") String name) {
        throw BROKEN;
    }
}
