/**
 * How sure a text says it is: the fields of structured answers and of tools' results that state a confidence. Text in, what is
 * stated out; knows nothing of spans or libraries, and never makes up a number. One thread, the recorder's.
 */
package dev.clew.confidence;
