package dev.clew.hook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs before the hooked method. What it answers, null included, is handed to the other advice as {@link Entered}. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Enter {}
