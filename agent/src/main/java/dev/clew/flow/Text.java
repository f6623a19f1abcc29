package dev.clew.flow;

/**
 * A piece of input or output: one part of a message, a tool's arguments, one document.
 *
 * @param text never null
 * @param callId of a tool's result and of the part that answers the call; null for anything else
 */
public record Text(String text, String callId) {}
