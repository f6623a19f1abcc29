/**
 * Readers of what several wire formats write alike: messages, tools, token counts, errors, inputs, vectors. All on the recorder's
 * thread.
 */
package dev.clew.wire.shape;
