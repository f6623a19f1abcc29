/** The API that Anthropic made. */
package dev.clew.wire.anthropic;
