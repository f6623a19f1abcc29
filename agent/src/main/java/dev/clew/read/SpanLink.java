package dev.clew.read;

import java.util.Map;

/**
 * An edge other than the parent.
 *
 * @param traceId lower-case hex
 * @param spanId lower-case hex
 * @param attributes as in {@link SpanNode#attributes()}
 */
public record SpanLink(String traceId, String spanId, Map<String, Object> attributes) {}
