package com.example.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** One way to send a request with one library's client: blocking, with a callback, reactive, ... */
public interface Way {
    /**
     * A request: {@code POST}, or {@code GET} where there is no body.
     *
     * @param body JSON; null for none
     * @param kind what the server shall do, for the header {@code x-case}
     * @param timeout after which the client shall give up an answer that does not come; null for its own default
     */
    record Ask(URI uri, String kind, String contentType, String body, Duration timeout) {}

    /** What came of it. */
    record Answer(int status, byte[] body) {}

    /** The ways of one library: a client of {@link ClientCases} is one of these, with a public constructor without arguments. */
    interface Client extends AutoCloseable {
        List<Way> ways();

        @Override
        void close() throws Exception;
    }

    /** Short, in one word. */
    String name();

    /** Sends and reads the whole answer; throws what the library throws. */
    Answer whole(Ask ask) throws Throwable;

    /**
     * Sends and reads the answer as it comes.
     *
     * @param each gets every piece as soon as the library has it; false: read no more, close or cancel as the library's users do
     * @return whether this way can do that at all; if not, nothing was sent
     */
    default boolean stream(Ask ask, Predicate<byte[]> each) throws Throwable {
        return false;
    }

    /**
     * Sends, and cancels what the library gave for it (a future, a call, a subscription) once {@code moment} returns.
     *
     * @return what the application sees of that; null where this way can't cancel: nothing was sent then
     */
    default String cancel(Ask ask, Moment moment) throws Throwable {
        return null;
    }

    /** Whether the client itself sends again what it got no answer to over a connection that it had kept, and what it was told to. */
    default boolean triesAgain() {
        return false;
    }

    /** Waits until the server has sent a part of the answer. */
    interface Moment {
        void await() throws InterruptedException;
    }
}
