package com.example.provider;

import java.util.List;

/**
 * What the model says: a text (null where it only calls tools) and the tools that it asks for.
 *
 * @param endless whether a stream says the text again and again, until the client is gone
 * @param reasoning what it thought before, null for none
 */
public record Answer(String text, List<Call> calls, boolean endless, String reasoning) {

    /** One tool call; {@code arguments} is a JSON object, as text. */
    public record Call(String name, String arguments) {}

    public static Answer text(String text) {
        return new Answer(text, List.of(), false, null);
    }

    public static Answer endless(String text) {
        return new Answer(text, List.of(), true, null);
    }

    public static Answer calls(String text, Call... calls) {
        return new Answer(text, List.of(calls), false, null);
    }

    /** The same, after some thought. */
    public Answer after(String thought) {
        return new Answer(text, calls, endless, thought);
    }
}
