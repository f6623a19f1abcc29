/**
 * From files to trace graphs: Clew's own journal and anybody's OTLP JSON. Pure functions of what stands on the disk; runs
 * in the command line, never inside the application. What cannot be read is skipped and counted, never guessed.
 */
package dev.clew.read;
