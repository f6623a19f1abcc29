package dev.clew.context;

/** What enter advice may answer: the Weaver closes it where the exit advice can't run. */
public interface Rescuable {
    /** Leaves the thread as it was before enter, and ends what was begun. Never throws; the thread of enter. */
    void rescue();
}
