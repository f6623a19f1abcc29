package dev.clew.hook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares which method a class of static advice methods is woven into.
 *
 * <p>The declaration is read from the class file when Clew is built; the class itself is loaded only when a woven call site
 * is linked, in a loader that sees the application's library. So the advice may use the library's types freely.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Hook {

    /** Binary name of the hooked class or interface, nested classes with {@code $}. */
    String type();

    /**
     * Whether classes of the application that extend or implement {@link #type} are woven too. An interface's default
     * method needs no subtypes: prefer it.
     */
    boolean subtypes() default false;

    /** Names of the hooked methods; {@code <init>} for constructors, which take {@link Replace} alone. */
    String[] method();

    /**
     * Binary names of the parameter types, {@code *} for any; the default hooks every overload. A method that is abstract,
     * native, a bridge or synthetic is never hooked.
     */
    String[] params() default {"..."};

    /** Binary name of the returned type; empty for any. */
    String returns() default "";

    /**
     * Not the method itself but the calls in it: {@code java.lang.Runnable.run}, a method without arguments, wherever the hooked
     * method calls it on that very type. {@link Replace @Replace(0)} then stands in for the object that is called, for this one
     * call alone, and {@link Arg @Arg(0)} is that object; there is no other advice.
     */
    String calls() default "";

    /** What the first sight of {@link #type} starts. */
    Wake wakes() default Wake.TRACING;

    /** The level of the call that this hook owns; hooks below it add facts to its span instead of opening their own. */
    Layer owns() default Layer.NONE;
}
