package dev.clew.hook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the package-info of a plugin: which library this is, which versions, what of it comes out and what does not.
 * {@code doctor} prints the name; {@code COVERAGE.md} is generated from all of it and from the hooks, and a test says when that file
 * is stale. A plugin that leaves something out fails the build.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface Library {
    /** As its users call it, and as {@code clew.disable} does. */
    String name();

    Kind kind();

    /** {@code group:artifact}, or {@code jdk}. */
    String coordinates();

    /**
     * The versions that the tests run on, lowest first: each a property of the parent pom, {@code "${acme.oldest.version}"}. Of the
     * JDK, its number.
     */
    String[] versions();

    /** What of a trace comes from here, the most important first. */
    Operation[] operations();

    /** What is covered, for someone who decides whether that is enough; {@code ${...}} as in {@link #versions}. */
    String covers();

    /** What someone may expect and will not find, plainly; {@code ${...}} as in {@link #versions}. */
    String missing();

    /** The heading under which a library stands. */
    enum Kind {
        FRAMEWORK,
        SDK,
        HTTP_CLIENT,
        SERVER,
        HAND_OVER
    }

    /** What a plugin contributes to a trace. */
    enum Operation {
        AGENT,
        WORKFLOW,
        CHAT,
        EMBEDDINGS,
        TOOL,
        RETRIEVAL,
        MEMORY,
        GUARDRAIL,
        /** The tries of a call. */
        TRIES,
        CLIENT,
        SERVER,
        HAND_OVER
    }
}
