package dev.clew.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A span and its place in the tree. Does not change once its {@link Trace} is there. */
public final class SpanNode {
    /**
     * An edge other than the parent.
     *
     * @param traceId lower-case hex
     * @param spanId lower-case hex
     * @param attributes as in {@link SpanNode#attributes()}
     */
    public record Link(String traceId, String spanId, Map<String, Object> attributes) {}

    /**
     * Something that happened while the span ran.
     *
     * @param name never null
     * @param epochNanos 0 where not stated
     * @param attributes as in {@link SpanNode#attributes()}
     */
    public record Event(String name, long epochNanos, Map<String, Object> attributes) {}

    private final SpanRecord span;
    private final List<SpanNode> children = new ArrayList<>();
    private boolean orphan;

    SpanNode(SpanRecord span) {
        this.span = span;
    }

    void add(SpanNode child) {
        children.add(child);
    }

    void remove(SpanNode child) {
        children.remove(child);
    }

    void sortChildren() {
        children.sort(Trace.BY_START);
    }

    void markOrphan() {
        orphan = true;
    }

    /** Lower-case hex; the file's own words where it was neither hex nor base64. */
    public String traceId() {
        return span.traceId;
    }

    public String spanId() {
        return span.spanId;
    }

    /** Null for a span that names no parent. */
    public String parentSpanId() {
        return span.parentSpanId;
    }

    /** Never null; empty where the file states none. */
    public String name() {
        return span.name;
    }

    /** INTERNAL, SERVER, CLIENT, PRODUCER, CONSUMER or, where the file does not say, UNSPECIFIED. */
    public String kind() {
        return span.kind;
    }

    /** 0 where the file does not say. */
    public long startEpochNanos() {
        return span.start;
    }

    /** 0 while {@link #isOpen()}. */
    public long endEpochNanos() {
        return span.end;
    }

    /** It has not ended: it still runs, or its JVM was killed. */
    public boolean isOpen() {
        return span.end == 0;
    }

    /** Nanoseconds from start to end; -1 while open. */
    public long durationNanos() {
        return isOpen() || span.start == 0 ? -1 : span.end - span.start;
    }

    /** UNSET, OK or ERROR. */
    public String status() {
        return span.status;
    }

    public boolean isError() {
        return "ERROR".equals(span.status);
    }

    /** Never null, mostly empty. */
    public String statusMessage() {
        return span.statusMessage;
    }

    /**
     * In the file's order. Values are String, Long, Double, Boolean, byte[], List or Map of these, or null for a value that
     * is there and empty. Only some keys where the trace was read for an overview.
     */
    public Map<String, Object> attributes() {
        return span.attributes;
    }

    /** Null where there is no such attribute, or it is no text. */
    public String text(String key) {
        return span.attributes.get(key) instanceof String text ? text : null;
    }

    /** Null where there is no such attribute, or it is no whole number: not reported is not 0. */
    public Long number(String key) {
        return span.attributes.get(key) instanceof Long number ? number : null;
    }

    public List<Link> links() {
        return span.links;
    }

    public List<Event> events() {
        return span.events;
    }

    /** Attributes of the process, shared by its spans. */
    public Map<String, Object> resource() {
        return span.resource;
    }

    /** Name of the instrumentation scope; empty where not stated. */
    public String scope() {
        return span.scope;
    }

    /** By start. */
    public List<SpanNode> children() {
        return Collections.unmodifiableList(children);
    }

    /** A root only because its parent is not in the trace, or because its parents form a circle. */
    public boolean isOrphan() {
        return orphan;
    }

    @Override
    public String toString() {
        return span.name + " (" + span.spanId + ")";
    }
}
