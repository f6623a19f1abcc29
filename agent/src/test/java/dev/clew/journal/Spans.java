package dev.clew.journal;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Real spans of a real SDK. */
public final class Spans {
    private static final Tracer TRACER = SdkTracerProvider.builder()
            .setResource(Resource.builder().put("service.name", "tests").build()).build().get("clew-tests");

    private Spans() {}

    public static Span start(String name, Span parent) {
        Context context = parent == null ? Context.root() : Context.root().with(parent);
        return TRACER.spanBuilder(name).setParent(context).setSpanKind(SpanKind.CLIENT).startSpan();
    }

    public static SpanData data(Span span) {
        return ((ReadableSpan) span).toSpanData();
    }

    public static SpanData ended(String name) {
        return ended(name, "text", "value");
    }

    public static SpanData ended(String name, String key, String value) {
        Span span = start(name, null);
        span.setAttribute(key, value);
        span.end();
        return data(span);
    }
}
