package com.example.server;

import java.io.IOException;

/** A response as a blocking handler gives it. */
public interface Reply {
    void head(int status) throws IOException;

    /** Sends at once. */
    void piece(String text) throws IOException;

    void end() throws IOException;

    /** The response of a stream of bytes, once its head is sent. */
    interface Bytes extends Reply {
        java.io.OutputStream body() throws IOException;

        @Override
        default void piece(String text) throws IOException {
            body().write(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            body().flush();
        }

        @Override
        default void end() throws IOException {
            body().close();
        }
    }
}
