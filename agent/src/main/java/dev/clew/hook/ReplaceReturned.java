package dev.clew.hook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs when the hooked method returns, after {@link Exit}: its answer takes the place of the result; null keeps the result. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ReplaceReturned {}
