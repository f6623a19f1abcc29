package dev.clew.read;

import java.util.List;
import java.util.Map;

/** A span as it stands in the file, filled in field by field since OTLP states the resource and the scope anywhere. */
final class SpanRecord {
    String traceId;
    String spanId;
    String parentSpanId;
    String name = "";
    String kind = "UNSPECIFIED";
    long start;
    long end;
    String status = "UNSET";
    String statusMessage = "";
    Map<String, Object> attributes = Map.of();
    List<SpanNode.Link> links = List.of();
    List<SpanNode.Event> events = List.of();
    Map<String, Object> resource = Map.of();
    String scope = "";
}
