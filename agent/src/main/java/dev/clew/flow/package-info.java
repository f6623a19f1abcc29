/**
 * What fed what: where text that came out of one piece of work goes into another. Knows nothing of spans or libraries; texts
 * in, {@link dev.clew.flow.Edge edges} out. One thread, the recorder's.
 */
package dev.clew.flow;
