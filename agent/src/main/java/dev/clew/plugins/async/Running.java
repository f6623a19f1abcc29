package dev.clew.plugins.async;

import dev.clew.trace.Operation;

/**
 * One subscription's work: its operation, and what is to be noted on the way. What a subclass throws is ignored; calls come one
 * after the other, on the threads of the signals, before the application hears of them.
 */
public class Running {
    final Operation operation;

    /** @param operation started, current on this thread or not; it is ended by whoever watches the result */
    public Running(Operation operation) {
        this.operation = operation;
    }

    /** Whether the operation is over with the stream; false where more is to come of it and somebody else sees its end. */
    protected boolean endsIt() {
        return true;
    }

    /** An item of the stream, or the value; not null. By reference: whatever is kept must not change later. */
    protected void item(Object item) {
        // most care for the end alone
    }

    /** The work is done; its operation ends now. Not called after an error or where the application stopped it. */
    protected void completed() {
        // as above
    }
}
