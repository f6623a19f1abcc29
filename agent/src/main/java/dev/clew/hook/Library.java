package dev.clew.hook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the package-info of a plugin: which library, which versions. {@code doctor} prints it. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface Library {
    /** As its users call it. */
    String name();

    /** {@code group:artifact}, or {@code jdk}. */
    String coordinates();

    /** The versions that the contract suites pass on, {@code [1.0.0,1.19.0]}. */
    String versions();
}
