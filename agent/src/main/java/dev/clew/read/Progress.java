package dev.clew.read;

/** Learns how far reading has come; on the reader's thread, often. */
public interface Progress {
    /** For one that nobody waits for. */
    Progress UNWATCHED = (done, all) -> {};

    /**
     * @param done bytes, as they stand in the files
     * @param all bytes of all files; less than what is done where they grow meanwhile
     */
    void read(long done, long all);
}
