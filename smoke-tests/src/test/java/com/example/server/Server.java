package com.example.server;

/**
 * A server of one library. It answers each request as {@link Work} says; where the path begins with {@code /later/}, by the
 * library's own asynchronous means, with the model call on {@link Work#POOL}. A public constructor without arguments.
 */
public interface Server extends AutoCloseable {
    /** @return the port of the loopback interface */
    int start() throws Exception;

    @Override
    void close() throws Exception;
}
