package dev.clew.trace;

/**
 * A tool as the model was told of it.
 *
 * @param description may be null
 * @param parameters JSON Schema as text, may be null
 */
public record ToolDefinition(String name, String description, String parameters) {}
