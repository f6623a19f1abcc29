package dev.clew.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.cli.screen.Units;
import dev.clew.read.SpanNode;
import dev.clew.read.Trace;
import dev.clew.read.TraceSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What programs read: the shapes are promised, see the README. */
final class TraceJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TraceJson() {}

    static void write(Trace trace, OutputStream out) throws IOException {
        List<Map<String, Object>> spans = new ArrayList<>();
        for (SpanNode span : trace.spans()) {
            spans.add(span(span));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("traceId", trace.traceId());
        json.put("spans", spans);
        print(json, out);
    }

    private static Map<String, Object> span(SpanNode span) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("spanId", span.spanId());
        json.put("parentSpanId", span.parentSpanId());
        json.put("name", span.name());
        json.put("kind", span.kind());
        json.put("start", Units.iso(span.startEpochNanos()));
        json.put("end", Units.iso(span.endEpochNanos()));
        json.put("status", span.status());
        json.put("attributes", span.attributes());
        List<Map<String, Object>> links = new ArrayList<>();
        for (SpanNode.Link link : span.links()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("traceId", link.traceId());
            one.put("spanId", link.spanId());
            one.put("attributes", link.attributes());
            links.add(one);
        }
        json.put("links", links);
        json.put("open", span.isOpen());
        return json;
    }

    static void write(List<TraceSummary> traces, OutputStream out) throws IOException {
        List<Map<String, Object>> list = new ArrayList<>();
        for (TraceSummary trace : traces) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("traceId", trace.traceId());
            one.put("name", trace.name());
            one.put("start", Units.iso(trace.startEpochNanos()));
            one.put("end", Units.iso(trace.endEpochNanos()));
            one.put("spans", trace.spans());
            one.put("inputTokens", trace.tokens().input());
            one.put("outputTokens", trace.tokens().output());
            one.put("errors", trace.errors());
            one.put("open", trace.open());
            list.add(one);
        }
        print(Map.of("traces", list), out);
    }

    static void print(Map<String, Object> json, OutputStream out) throws IOException {
        out.write(JSON.writeValueAsBytes(json));
        out.write('\n');
        out.flush();
    }
}
