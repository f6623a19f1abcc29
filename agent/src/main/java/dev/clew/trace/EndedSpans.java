package dev.clew.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.function.Consumer;

/** Collects spans as they end. They end on the recorder's thread alone, so that nothing here needs a lock. */
final class EndedSpans implements SpanProcessor {
    private final Consumer<SpanData> to;
    private final int maxAttributes;

    EndedSpans(Consumer<SpanData> to, int maxAttributes) {
        this.to = to;
        this.maxAttributes = maxAttributes;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        SpanData data = span.toSpanData();
        int kept = data.getAttributes().size();
        boolean dropped = kept < data.getTotalAttributeCount();
        to.accept(dropped && kept < maxAttributes ? new Whole(data, kept) : data);
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    /** The SDK counts an attribute that was written twice as dropped; none is, before the limit is reached. */
    private static final class Whole extends DelegatingSpanData {
        private final int attributes;

        Whole(SpanData span, int attributes) {
            super(span);
            this.attributes = attributes;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributes;
        }
    }
}
