package dev.clew.plugins.springaialibaba;

import dev.clew.context.Rescuable;
import dev.clew.trace.Operation;

/** A flow asks its model who is next, and again where it gets a useless answer. */
final class Routing implements Rescuable {
    private static final int MANY = 1000;

    private final Operation flow;

    private Routing(Operation flow) {
        this.flow = flow;
    }

    /** Null where this thread works for nothing. */
    static Routing begin() {
        Operation flow = Operation.current();
        if (flow == null || !flow.isOpen()) {
            return null;
        }
        flow.asksItself(MANY);
        return new Routing(flow);
    }

    @Override
    public void rescue() {
        flow.asksItself(0);
    }
}
