package dev.clew.trace;

import java.util.function.Function;

/**
 * What an agent's tools are made of. Looked at on the recorder's thread; none of the objects' methods is called.
 *
 * @param byName the object that does a tool's work, maybe behind a library's wrappers, by the name that the model knows; null for
 *     one that is not known
 * @param library what the names of the library's classes begin with
 * @param fields names of the wrappers' fields that lead on
 */
public record ToolMakers(Function<String, ?> byName, String library, String... fields) {}
