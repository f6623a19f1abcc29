package dev.clew.agent;

/**
 * The names that the Gate looks for, one a line. What stands here is a placeholder for the compiler: the build step
 * {@code IndexHooks} writes the real class, from the hooks' annotations.
 */
final class GateNames {
    static String WAKE = "";
    static String SUPERS = "";

    private GateNames() {}
}
