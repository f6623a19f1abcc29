package com.example.provider;

/** Decides what the model "says". The same request always gets the same answer. Called from the server's threads. */
@FunctionalInterface
public interface Script {

    /** The answer to one request, never null. */
    Answer answer(ChatRequest request);
}
