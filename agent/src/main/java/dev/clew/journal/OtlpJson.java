package dev.clew.journal;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Spans as one OTLP {@code TracesData} in JSON, straight into the line's bytes. The SDK's own marshaler says the same (a
 * test compares them), but it brings a hundred classes, two copies of every text and a pass over the binary format that
 * nobody reads: three quarters of what the first span of an application cost.
 */
final class OtlpJson implements BiConsumer<AttributeKey<?>, Object> {
    // W3C trace flags in the low byte; OTLP adds whether it is known that the parent is remote, and whether it is
    private static final int REMOTE_KNOWN = 0x100;
    private static final int REMOTE = 0x200;

    /** That are remembered; an application may make up any number. */
    private static final int KEYS = 512;

    private final LineBuffer out;
    private final Map<AttributeKey<?>, byte[]> keys = new HashMap<>();
    private Resource resource;
    private InstrumentationScopeInfo scope;
    private boolean firstAttribute;

    OtlpJson(LineBuffer out) {
        this.out = out;
    }

    void start() {
        resource = null;
        scope = null;
        out.ascii("{\"resourceSpans\":[");
    }

    /** @throws RuntimeException for what cannot be told in JSON; as if it had not been added, then */
    void add(SpanData span) {
        int size = out.size();
        Resource resourceBefore = resource;
        InstrumentationScopeInfo scopeBefore = scope;
        try {
            next(span);
        } catch (RuntimeException e) {
            out.cut(size);
            resource = resourceBefore;
            scope = scopeBefore;
            throw e;
        }
    }

    private void next(SpanData span) {
        boolean sameResource = resource != null && resource.equals(span.getResource());
        if (sameResource && scope.equals(span.getInstrumentationScopeInfo())) {
            out.write(',');
        } else {
            out.ascii(resource == null ? "" : sameResource ? "]}," : "]}]},");
            if (!sameResource) {
                resource = span.getResource();
                resource(resource);
            }
            scope = span.getInstrumentationScopeInfo();
            scope(scope);
        }
        span(span);
    }

    void end() {
        out.ascii(resource == null ? "]}" : "]}]}]}");
    }

    private void resource(Resource resource) {
        out.ascii("{\"resource\":{");
        attributes(resource.getAttributes());
        out.ascii("},");
        if (resource.getSchemaUrl() != null) {
            out.ascii("\"schemaUrl\":");
            out.text(resource.getSchemaUrl());
            out.write(',');
        }
        out.ascii("\"scopeSpans\":[");
    }

    private void scope(InstrumentationScopeInfo scope) {
        out.ascii("{\"scope\":{\"name\":");
        out.text(scope.getName());
        if (scope.getVersion() != null) {
            out.ascii(",\"version\":");
            out.text(scope.getVersion());
        }
        out.write(',');
        attributes(scope.getAttributes());
        out.write('}');
        if (scope.getSchemaUrl() != null) {
            out.ascii(",\"schemaUrl\":");
            out.text(scope.getSchemaUrl());
        }
        out.ascii(",\"spans\":[");
    }

    private void span(SpanData span) {
        SpanContext context = span.getSpanContext();
        out.write('{');
        ids(context);
        SpanContext parent = span.getParentSpanContext();
        if (parent.isValid()) {
            out.ascii(",\"parentSpanId\":\"");
            out.ascii(parent.getSpanId());
            out.write('"');
        }
        out.ascii(",\"name\":");
        out.text(span.getName());
        out.ascii(",\"kind\":");
        out.number(kind(span));
        out.ascii(",\"startTimeUnixNano\":\"");
        out.number(span.getStartEpochNanos());
        if (span.getEndEpochNanos() != 0) {
            out.ascii("\",\"endTimeUnixNano\":\"");
            out.number(span.getEndEpochNanos());
        }
        out.ascii("\",");
        attributes(span.getAttributes());
        dropped("droppedAttributesCount", span.getTotalAttributeCount() - span.getAttributes().size());
        events(span.getEvents());
        dropped("droppedEventsCount", span.getTotalRecordedEvents() - span.getEvents().size());
        links(span.getLinks());
        dropped("droppedLinksCount", span.getTotalRecordedLinks() - span.getLinks().size());
        status(span);
        flags(context, parent);
        out.write('}');
    }

    private void ids(SpanContext context) {
        out.ascii("\"traceId\":\"");
        out.ascii(context.getTraceId());
        out.ascii("\",\"spanId\":\"");
        out.ascii(context.getSpanId());
        out.write('"');
        if (!context.getTraceState().isEmpty()) {
            StringBuilder state = new StringBuilder();
            context.getTraceState().forEach((key, value) ->
                    state.append(state.length() == 0 ? "" : ",").append(key).append('=').append(value));
            out.ascii(",\"traceState\":");
            out.text(state.toString());
        }
    }

    private static int kind(SpanData span) {
        return switch (span.getKind()) {
            case INTERNAL -> 1;
            case SERVER -> 2;
            case CLIENT -> 3;
            case PRODUCER -> 4;
            case CONSUMER -> 5;
        };
    }

    private void events(List<EventData> events) {
        if (events.isEmpty()) {
            return;
        }
        out.ascii(",\"events\":[");
        for (int i = 0; i < events.size(); i++) {
            EventData event = events.get(i);
            out.ascii(i == 0 ? "{\"timeUnixNano\":\"" : ",{\"timeUnixNano\":\"");
            out.number(event.getEpochNanos());
            out.ascii("\",\"name\":");
            out.text(event.getName());
            out.write(',');
            attributes(event.getAttributes());
            dropped("droppedAttributesCount", event.getTotalAttributeCount() - event.getAttributes().size());
            out.write('}');
        }
        out.write(']');
    }

    private void links(List<LinkData> links) {
        if (links.isEmpty()) {
            return;
        }
        out.ascii(",\"links\":[");
        for (int i = 0; i < links.size(); i++) {
            LinkData link = links.get(i);
            out.ascii(i == 0 ? "{" : ",{");
            ids(link.getSpanContext());
            out.write(',');
            attributes(link.getAttributes());
            dropped("droppedAttributesCount", link.getTotalAttributeCount() - link.getAttributes().size());
            flags(link.getSpanContext(), link.getSpanContext());
            out.write('}');
        }
        out.write(']');
    }

    private void status(SpanData span) {
        StatusCode code = span.getStatus().getStatusCode();
        if (code == StatusCode.UNSET) {
            return;
        }
        out.ascii(code == StatusCode.OK ? ",\"status\":{\"code\":1" : ",\"status\":{\"code\":2");
        String message = span.getStatus().getDescription();
        if (!message.isEmpty()) {
            out.ascii(",\"message\":");
            out.text(message);
        }
        out.write('}');
    }

    private void flags(SpanContext context, SpanContext parent) {
        out.ascii(",\"flags\":");
        out.number(context.getTraceFlags().asByte() & 0xff | REMOTE_KNOWN | (parent.isRemote() ? REMOTE : 0));
    }

    private void dropped(String field, int count) {
        if (count > 0) {
            out.ascii(",\"");
            out.ascii(field);
            out.ascii("\":");
            out.number(count);
        }
    }

    private void attributes(Attributes attributes) {
        out.ascii("\"attributes\":[");
        firstAttribute = true;
        attributes.forEach(this);
        out.write(']');
    }

    /** One attribute; public only because it has to be. */
    @Override
    public void accept(AttributeKey<?> key, Object value) {
        if (!firstAttribute) {
            out.write(',');
        }
        firstAttribute = false;
        key(key);
        value(value);
        out.write('}');
    }

    /** Most keys come again with each span. */
    private void key(AttributeKey<?> key) {
        byte[] before = keys.get(key);
        if (before != null) {
            out.write(before, 0, before.length);
            return;
        }
        int start = out.size();
        key(key.getKey());
        if (keys.size() < KEYS) {
            keys.put(key, out.since(start));
        }
    }

    private void key(String key) {
        out.ascii("{\"key\":");
        out.text(key);
        out.ascii(",\"value\":");
    }

    private void value(Object value) {
        if (value instanceof String text) {
            out.ascii("{\"stringValue\":");
            out.text(text);
        } else if (value instanceof Long number) {
            out.ascii("{\"intValue\":\"");
            out.number(number);
            out.write('"');
        } else if (value instanceof Boolean) {
            out.ascii((Boolean) value ? "{\"boolValue\":true" : "{\"boolValue\":false");
        } else if (value instanceof Double number) {
            boolean finite = Math.abs(number) <= Double.MAX_VALUE;
            out.ascii(finite ? "{\"doubleValue\":" : "{\"doubleValue\":\"");
            out.ascii(number.toString());
            out.ascii(finite ? "" : "\"");
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Value<?> wrapped) {
            wrapped(wrapped);
            return;
        } else {
            out.write('{');
        }
        out.write('}');
    }

    private void list(List<?> list) {
        out.ascii("{\"arrayValue\":{\"values\":[");
        for (int i = 0; i < list.size(); i++) {
            out.ascii(i == 0 ? "" : ",");
            value(list.get(i));
        }
        out.ascii("]}");
    }

    private void wrapped(Value<?> value) {
        switch (value.getType()) {
            case KEY_VALUE_LIST -> {
                out.ascii("{\"kvlistValue\":{\"values\":[");
                boolean first = true;
                for (Object pair : (List<?>) value.getValue()) {
                    out.ascii(first ? "" : ",");
                    first = false;
                    key(((KeyValue) pair).getKey());
                    value(((KeyValue) pair).getValue());
                    out.write('}');
                }
                out.ascii("]}}");
            }
            case BYTES -> {
                ByteBuffer buffer = ((ByteBuffer) value.getValue()).duplicate();
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                out.ascii("{\"bytesValue\":\"");
                out.ascii(Base64.getEncoder().encodeToString(bytes));
                out.ascii("\"}");
            }
            case EMPTY -> out.ascii("{}");
            default -> value(value.getValue());
        }
    }
}
