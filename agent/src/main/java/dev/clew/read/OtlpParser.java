package dev.clew.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One JSON value in, its spans out, in any of the dresses that OTLP JSON is seen in. Builds no tree of the JSON. */
final class OtlpParser {
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final Selection selection;
    private final OtlpValues values = new OtlpValues();
    private boolean recognised;

    OtlpParser(Selection selection) {
        this.selection = selection;
    }

    /**
     * @param json on the first token of the value
     * @return null where this is JSON and yet no OTLP
     */
    List<SpanRecord> parse(JsonParser json) throws IOException {
        recognised = false;
        List<SpanRecord> spans = new ArrayList<>();
        containers(json, spans);
        return recognised ? spans : null;
    }

    private void containers(JsonParser json, List<SpanRecord> out) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            container(json, out);
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                containers(json, out);
            }
        }
    }

    /** TracesData, ResourceSpans or ScopeSpans: each is told by its fields, and their order is anybody's. */
    private void container(JsonParser json, List<SpanRecord> out) throws IOException {
        int first = out.size();
        Map<String, Object> resource = null;
        String scope = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = OtlpValues.camel(json.currentName());
            json.nextToken();
            switch (field) {
                case "resourceSpans", "batches", "scopeSpans", "instrumentationLibrarySpans" -> {
                    recognised = true;
                    containers(json, out);
                }
                case "trace" -> containers(json, out);
                case "resource" -> resource = resource(json);
                case "scope", "instrumentationLibrary" -> scope = field(json, "name");
                case "spans" -> spans(json, out);
                default -> { }
            }
            json.skipChildren(); // what was of another type than expected; without effect on what was read
        }
        for (int i = first; i < out.size(); i++) {
            if (resource != null) {
                out.get(i).resource = resource;
            }
            if (scope != null) {
                out.get(i).scope = scope;
            }
        }
    }

    private Map<String, Object> resource(JsonParser json) throws IOException {
        Map<String, Object> attributes = Map.of();
        if (json.currentToken() != JsonToken.START_OBJECT || selection.resource() != null && selection.resource().isEmpty()) {
            json.skipChildren();
            return attributes;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = json.currentName().equals("attributes");
            json.nextToken();
            if (wanted) {
                attributes = values.attributes(json, selection.resource());
            } else {
                json.skipChildren();
            }
        }
        return attributes;
    }

    /** One text field of an object, null where it has none. */
    private static String field(JsonParser json, String name) throws IOException {
        String found = null;
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = json.currentName().equals(name);
            json.nextToken();
            if (wanted) {
                found = json.getValueAsString();
            }
            json.skipChildren();
        }
        return found;
    }

    private void spans(JsonParser json, List<SpanRecord> out) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            SpanRecord span = span(json);
            if (span.traceId == null || span.spanId == null) {
                continue; // a span that nobody can point at
            }
            if (isWanted(span)) {
                out.add(span);
            }
        }
    }

    private boolean isWanted(SpanRecord span) {
        return selection.traces() == null || selection.traces().contains(span.traceId);
    }

    private SpanRecord span(JsonParser json) throws IOException {
        SpanRecord span = new SpanRecord();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = OtlpValues.camel(json.currentName());
            json.nextToken();
            if (span.traceId != null && !isWanted(span) && !field.equals("spanId")) {
                json.skipChildren();
            } else {
                set(json, field, span);
            }
        }
        return span;
    }

    private void set(JsonParser json, String field, SpanRecord span) throws IOException {
        switch (field) {
            case "traceId" -> span.traceId = Ids.traceId(json.getValueAsString());
            case "spanId" -> span.spanId = Ids.spanId(json.getValueAsString());
            case "parentSpanId" -> span.parentSpanId = Ids.spanId(json.getValueAsString());
            case "name" -> span.name = json.getValueAsString("");
            case "kind" -> span.kind = kind(json.getValueAsString(""));
            case "startTimeUnixNano" -> span.start = nanos(json);
            case "endTimeUnixNano" -> span.end = nanos(json);
            case "attributes" -> span.attributes = values.attributes(json, selection.keys());
            case "status" -> status(json, span);
            case "events" -> events(json, span);
            case "links" -> links(json, span);
            default -> { }
        }
        json.skipChildren();
    }

    private static long nanos(JsonParser json) throws IOException {
        Long nanos = OtlpValues.whole(json);
        return nanos == null ? 0 : nanos;
    }

    private static String kind(String kind) {
        return switch (word(kind, "SPAN_KIND_")) {
            case "1", "INTERNAL" -> "INTERNAL";
            case "2", "SERVER" -> "SERVER";
            case "3", "CLIENT" -> "CLIENT";
            case "4", "PRODUCER" -> "PRODUCER";
            case "5", "CONSUMER" -> "CONSUMER";
            default -> "UNSPECIFIED";
        };
    }

    private static String word(String text, String prefix) {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.startsWith(prefix) ? upper.substring(prefix.length()) : upper;
    }

    private static void status(JsonParser json, SpanRecord span) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            span.status = code(json.getValueAsString(""));
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("code")) {
                span.status = code(json.getValueAsString(""));
            } else if (field.equals("message")) {
                span.statusMessage = json.getValueAsString("");
            }
            json.skipChildren();
        }
    }

    private static String code(String code) {
        return switch (word(code, "STATUS_CODE_")) {
            case "1", "OK" -> "OK";
            case "2", "ERROR" -> "ERROR";
            default -> "UNSET";
        };
    }

    private void events(JsonParser json, SpanRecord span) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY || selection.isOverview()) {
            json.skipChildren();
            return;
        }
        span.events = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            String name = "";
            long at = 0;
            Map<String, Object> attributes = Map.of();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = OtlpValues.camel(json.currentName());
                json.nextToken();
                switch (field) {
                    case "name" -> name = json.getValueAsString("");
                    case "timeUnixNano" -> at = nanos(json);
                    case "attributes" -> attributes = values.attributes(json, null);
                    default -> { }
                }
                json.skipChildren();
            }
            span.events.add(new SpanNode.Event(name, at, attributes));
        }
    }

    private void links(JsonParser json, SpanRecord span) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY || selection.isOverview()) {
            json.skipChildren();
            return;
        }
        span.links = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            String traceId = null;
            String spanId = null;
            Map<String, Object> attributes = Map.of();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = OtlpValues.camel(json.currentName());
                json.nextToken();
                switch (field) {
                    case "traceId" -> traceId = Ids.traceId(json.getValueAsString());
                    case "spanId" -> spanId = Ids.spanId(json.getValueAsString());
                    case "attributes" -> attributes = values.attributes(json, null);
                    default -> { }
                }
                json.skipChildren();
            }
            if (traceId != null && spanId != null) {
                span.links.add(new SpanNode.Link(traceId, spanId, attributes));
            }
        }
    }
}
