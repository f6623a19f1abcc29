package dev.clew.read.stamps;

/**
 * What a stamp stands for.
 *
 * @param stamp 16 hex digits
 * @param kind prompt, tools, tool or agent
 * @param name null where it has none
 * @param epochNanos when it was first written down; 0 where not stated
 * @param text null where it was not kept
 * @param cut the text is longer than what was kept of it
 */
public record Stamp(String stamp, String kind, String name, long epochNanos, String text, boolean cut) {

    /** Of two lines about one stamp: the earlier time, and what either knows. */
    Stamp and(Stamp other) {
        boolean earlier = other.epochNanos != 0 && (epochNanos == 0 || other.epochNanos < epochNanos);
        boolean better = text == null || cut && other.text != null && !other.cut;
        return new Stamp(stamp, kind, name != null ? name : other.name, earlier ? other.epochNanos : epochNanos,
                better ? other.text : text, better ? other.cut : cut);
    }
}
