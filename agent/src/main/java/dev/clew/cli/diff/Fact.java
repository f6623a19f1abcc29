package dev.clew.cli.diff;

/**
 * Something a span says, or in which two of them differ.
 *
 * @param what one or two words
 * @param late it is known when the span ends, not when it starts: what went wrong below it shows there too
 * @param before of the one trace; null where it says nothing of this
 * @param after of the other
 */
record Fact(String what, boolean late, String before, String after) {

    /** Of a stamp, not of a text. */
    boolean isStamp() {
        return what.endsWith(" stamp");
    }
}
