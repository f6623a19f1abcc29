/** The APIs that Ollama made. */
package dev.clew.wire.ollama;
