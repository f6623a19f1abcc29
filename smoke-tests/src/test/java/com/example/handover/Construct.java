package com.example.handover;

/** One way for work to change threads, used as an application uses it. */
public interface Construct {

    /** Unique among those that run in one JVM; no spaces. */
    String name();

    /** Hands work over under {@link Probe#parent} and waits until all of it is done. */
    void run(Probe probe) throws Exception;

    /** What {@link #run} does. */
    interface Body {
        void run(Probe probe) throws Exception;
    }

    static Construct of(String name, Body body) {
        return new Construct() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void run(Probe probe) throws Exception {
                body.run(probe);
            }
        };
    }
}
