package dev.clew.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.function.Consumer;

/** Collects spans as they end. They end on the recorder's thread alone, so that nothing here needs a lock. */
final class EndedSpans implements SpanProcessor {
    private final Consumer<SpanData> to;

    EndedSpans(Consumer<SpanData> to) {
        this.to = to;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        to.accept(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
