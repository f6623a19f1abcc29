/** The APIs that Cohere made. */
package dev.clew.wire.cohere;
