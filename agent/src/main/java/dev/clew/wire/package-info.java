/**
 * What travels between a model's client and its provider: which requests are model calls, and what their bodies say.
 * Shared by
 * the hooks of all HTTP clients, so nothing here names a type of any library.
 *
 * <p>The application's threads only copy bytes into a {@link dev.clew.wire.Body}; everything that reads them runs on the
 * recorder's thread.
 */
package dev.clew.wire;
