package dev.clew.trace;

import java.util.List;

/**
 * A message to or from a model.
 *
 * @param role in the provider's words: {@code system}, {@code user}, {@code assistant}, {@code tool}
 * @param finishReason of an answer, in the provider's words; null for input
 */
public record Message(String role, List<Part> parts, String finishReason) {
    /** An input message. */
    public static Message of(String role, List<Part> parts) {
        return new Message(role, parts, null);
    }

    /** An input message of one text. */
    public static Message of(String role, String text) {
        return new Message(role, List.of(Part.text(text)), null);
    }
}
