package dev.clew.hook;

/** What loading a hooked class starts. */
public enum Wake {
    /** Agent work is at hand: weave, and get the trace core ready in the background. */
    TRACING,
    /** Agent work is possible: weave, and start the trace core with the first recognised call. */
    WEAVING,
    /** Means nothing by itself: woven only once something else has started the trace core. */
    NOTHING
}
