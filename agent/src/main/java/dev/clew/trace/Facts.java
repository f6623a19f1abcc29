package dev.clew.trace;

import java.util.function.Supplier;

/** Facts of a model call that are read when its spans are written, and that whoever knows them need not keep after that. */
public interface Facts<T> extends Supplier<T> {

    /** A span that asked for them is {@linkplain Operation#isWritten written}; told of each. Any thread. */
    void written();

    /** Tells so, where they are such facts. */
    static void written(Supplier<?> facts) {
        if (facts instanceof Facts) {
            ((Facts<?>) facts).written();
        }
    }
}
