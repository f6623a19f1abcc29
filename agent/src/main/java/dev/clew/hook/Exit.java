package dev.clew.hook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs when the hooked method returns or throws, on the same thread. Answers nothing. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Exit {}
