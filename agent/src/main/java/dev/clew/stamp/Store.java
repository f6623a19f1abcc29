package dev.clew.stamp;

/** Where the texts behind stamps are kept; called by one thread, and never throws. */
public interface Store {
    /**
     * A stamp that this JVM has not told before; it may well be there from another one.
     *
     * @param name null for none
     * @param text whole; the store may cut it
     * @return whether it is kept, now or before; if not, it wants to be told again
     */
    boolean keep(String stamp, Kind kind, String name, String text);

    /** Later calls showed that one stamp is of a rendering of what the other is of. */
    void same(String stamp, Kind kind, String is);

    /** Whether what was kept is gone, as where somebody emptied the folder: all has to be told again. */
    boolean lost();
}
