package com.example.alibaba;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.springframework.ai.tool.annotation.Tool;

/** Tools of a model. */
public class Tools {
    private final CyclicBarrier both = new CyclicBarrier(2);

    @Tool(description = "Adds two numbers")
    public int add(int a, int b) {
        return a + b;
    }

    /** Fails. */
    @Tool(description = "Saves a file")
    public String save(String name) {
        throw new IllegalStateException("disk full");
    }

    /** Waits for another one. */
    @Tool(description = "Meets somebody")
    public String meet() throws Exception {
        both.await(1, TimeUnit.MINUTES);
        return "met";
    }
}
