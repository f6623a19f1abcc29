package com.example.quarkus;

import dev.langchain4j.agent.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;

/** Tools of a model. */
@ApplicationScoped
public class Tools {
    /** Sums. */
    @Tool("Adds two numbers")
    public int add(int a, int b) {
        return a + b;
    }

    /** Fails. */
    @Tool("Saves a file")
    public String save(String name) {
        throw new IllegalStateException("disk full");
    }
}
