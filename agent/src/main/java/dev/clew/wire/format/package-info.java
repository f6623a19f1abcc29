/**
 * What the readers of all wire formats share: a format's interface, the bytes it reads, and the framings they come in. Nothing
 * here knows a provider. All on the recorder's thread.
 */
package dev.clew.wire.format;
