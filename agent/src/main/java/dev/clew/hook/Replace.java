package dev.clew.hook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs before the hooked method and after {@link Enter}: its answer takes the place of an argument; null keeps the argument.
 * An answer that is not of the argument's type keeps it too, and counts as a failure of the hook.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Replace {
    /** Position of the argument, from 0. */
    int value();
}
