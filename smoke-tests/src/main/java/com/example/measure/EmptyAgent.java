package com.example.measure;

/** What any agent costs: a premain that does nothing. */
public final class EmptyAgent {

    private EmptyAgent() {}

    public static void premain(String arguments) {}
}
