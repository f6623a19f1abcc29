package dev.clew.plugins.springaialibabagraph;

import dev.clew.context.Current;
import dev.clew.context.Rescuable;
import dev.clew.trace.Operation;

/** A method that works for an operation, whatever its thread worked for before. */
final class Inside implements Rescuable {
    private final Object before;

    private Inside(Object before) {
        this.before = before;
    }

    static Inside of(Operation operation) {
        return new Inside(operation.activate());
    }

    @Override
    public void rescue() {
        Current.set(before);
    }
}
