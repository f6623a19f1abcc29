package dev.clew.read;

/**
 * A line of an overview.
 *
 * @param name of the root span
 * @param startEpochNanos the earliest start; 0 where none is stated
 * @param endEpochNanos the latest end; 0 while a span is open
 * @param spans how many
 * @param tokens each call counted once
 * @param errors spans that failed
 * @param open spans that have not ended
 */
public record TraceSummary(String traceId, String name, long startEpochNanos, long endEpochNanos, int spans,
        TokenCount tokens, int errors, int open) {

    static TraceSummary of(Trace trace) {
        int errors = 0;
        int open = 0;
        for (SpanNode span : trace.spans()) {
            errors += span.isError() ? 1 : 0;
            open += span.isOpen() ? 1 : 0;
        }
        return new TraceSummary(trace.traceId(), trace.root().name(), trace.startEpochNanos(), trace.endEpochNanos(),
                trace.spans().size(), TokenCount.of(trace), errors, open);
    }
}
