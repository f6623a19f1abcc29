/**
 * Writes spans as OTLP JSON lines into a folder that only its owner can read. Runs inside the application's JVM, on the
 * recorder's thread alone, so nothing here locks, except the {@code clew-gzip} thread's own small queue. Nothing here
 * throws: what cannot be written is dropped and counted, and a person is told once.
 */
package dev.clew.journal;
