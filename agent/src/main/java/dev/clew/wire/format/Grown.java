package dev.clew.wire.format;

/** A text that mostly comes in one piece and sometimes in many. */
public final class Grown {
    private String first;
    private StringBuilder all;

    public void add(String more) {
        if (more == null) {
            return;
        }
        if (first == null) {
            first = more;
        } else {
            all = all == null ? new StringBuilder(first) : all;
            all.append(more);
        }
    }

    public boolean isEmpty() {
        return text() == null || text().isEmpty();
    }

    /** Null where nothing came. */
    public String text() {
        if (all != null) {
            first = all.toString();
            all = null;
        }
        return first;
    }
}
