package dev.clew.flow;

/** The piece of work that a text came out of or went into. */
public final class Origin {
    private final Object span;
    private final Origin parent;
    private final long start;
    private final boolean passesOn;
    private volatile long end = Long.MAX_VALUE;
    private boolean told;

    /**
     * @param passesOn whether what comes out of it was put in by others, as a memory's entries: it is the source of that alone
     *     which nobody else is known to have said
     * @param span what the caller knows it by; kept as long as its texts are, so it should be small
     * @param parent null for the root
     * @param start on any clock that all origins of a trace share, nanoseconds
     */
    public Origin(Object span, Origin parent, long start, boolean passesOn) {
        this.passesOn = passesOn;
        this.span = span;
        this.parent = parent;
        this.start = start;
    }

    public Object span() {
        return span;
    }

    public void ended(long at) {
        end = at;
    }

    /** Whether this is asked for the first time: what it was told is to be taken once before what it holds. */
    public boolean isNew() {
        boolean first = !told;
        told = true;
        return first;
    }

    boolean passesOn() {
        return passesOn;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    /** Whether that work was part of this one, or is this one. */
    boolean holds(Origin other) {
        for (Origin o = other; o != null; o = o.parent) {
            if (o == this) {
                return true;
            }
        }
        return false;
    }
}
