package dev.clew.read;

import java.util.Map;

/**
 * Something that happened while a span ran.
 *
 * @param name never null
 * @param epochNanos 0 where not stated
 * @param attributes as in {@link SpanNode#attributes()}
 */
public record SpanEvent(String name, long epochNanos, Map<String, Object> attributes) {}
