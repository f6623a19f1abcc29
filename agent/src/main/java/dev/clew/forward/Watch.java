package dev.clew.forward;

/** What happens around a call that is passed on. What it throws is swallowed: the call is passed on whatever happens. */
public interface Watch {

    /**
     * Before the call, on the caller's thread.
     *
     * @param arguments as passed, primitives boxed; not to be changed
     * @return handed to {@link #after}; may be null
     */
    Object before(String method, Object[] arguments);

    /** After the call, however it ended; not where {@link #before} threw. */
    void after(Object before);
}
