package com.zaxxer.hikari.pool;

/** Has the name of what fills and retires connections for all requests. */
public final class StandIn implements Runnable {
    private final Runnable work;

    public StandIn(Runnable work) {
        this.work = work;
    }

    @Override
    public void run() {
        work.run();
    }
}
