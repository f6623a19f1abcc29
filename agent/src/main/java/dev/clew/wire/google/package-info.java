/** The APIs of Gemini, direct and on Vertex AI. */
package dev.clew.wire.google;
