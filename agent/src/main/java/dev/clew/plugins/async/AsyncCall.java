package dev.clew.plugins.async;

/**
 * Work that begins when someone subscribes, and again with each further subscription. One instance a result; it is kept as
 * long as the result, so it holds no operation and as little of the application's as it can.
 */
public interface AsyncCall {
    /**
     * Begins the work of one subscription. Called on the subscribing thread, whose current operation is the parent-to-be; other
     * hooks are quiet meanwhile. What it throws costs the span of this subscription alone.
     *
     * @return null where this subscription is not traced
     */
    Running subscribed();
}
