/** The APIs that OpenAI made and everybody else speaks. */
package dev.clew.wire.openai;
