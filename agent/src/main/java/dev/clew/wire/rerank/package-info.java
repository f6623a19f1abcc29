/** The APIs that put documents in order. */
package dev.clew.wire.rerank;
