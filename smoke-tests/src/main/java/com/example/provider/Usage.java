package com.example.provider;

/** Tokens of one answer, or a sum of them; {@code cached} is part of {@code prompt}. */
public record Usage(long prompt, long cached, long completion) {

    static final Usage NONE = new Usage(0, 0, 0);

    Usage plus(Usage other) {
        return new Usage(prompt + other.prompt, cached + other.cached, completion + other.completion);
    }
}
