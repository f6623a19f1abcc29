package com.example.server;

import java.util.List;

/**
 * A server of one library. It answers each request as {@link Work} says; where the path begins with {@code /later/}, by the
 * library's own asynchronous means, with the model call on {@link Work#POOL}. A public constructor without arguments.
 */
public interface Server extends AutoCloseable {
    /**
     * Further kinds of requests that it answers: {@code again} leaves its threads, is sent back to them by a thread that works for
     * nobody, and calls the model only there.
     */
    default List<String> also() {
        return List.of();
    }

    /** @return the port of the loopback interface */
    int start() throws Exception;

    @Override
    void close() throws Exception;
}
