package com.example.springai;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.tool.annotation.Tool;

/** Tools of a model. */
public class Toolbox {
    static final IllegalStateException BROKEN = new IllegalStateException("disk full");

    /** Sums. */
    @Tool(description = "Adds two numbers")
    public int add(int a, int b) {
        return a + b;
    }

    /** Fails. */
    @Tool(description = "Saves a file")
    public String save(String name) {
        throw BROKEN;
    }

    /** Has the last word. */
    @Tool(description = "Draws a lot", returnDirect = true)
    public String draw() {
        return "heads";
    }

    /** An agent as a tool. */
    @Tool(description = "Asks an expert")
    public String expert(String question) {
        return ChatClient.create(new Scripted(prompt -> "42")).prompt(question).call().content();
    }
}
