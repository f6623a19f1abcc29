package dev.clew.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** One span as {@code show --json} gives it. */
record Span(String id, String parent, String name, String kind, String start, boolean open, JsonNode json) {

    static Span parse(JsonNode json) {
        return new Span(
                json.path("spanId").asText(),
                json.path("parentSpanId").asText(""),
                json.path("name").asText(),
                json.path("kind").asText().replace("SPAN_KIND_", ""),
                json.path("start").asText(),
                json.path("open").asBoolean(),
                json);
    }

    /** Empty while it is open. */
    String end() {
        return json.path("end").asText("");
    }

    boolean is(String operation) {
        return text("gen_ai.operation.name").equals(operation);
    }

    boolean isHttp() {
        return !text("http.request.method").isEmpty() && text("gen_ai.operation.name").isEmpty();
    }

    boolean failed() {
        return json.path("status").toString().contains("ERROR");
    }

    /** Empty where the attribute is absent. */
    String text(String attribute) {
        JsonNode value = json.path("attributes").path(attribute);
        return value.isContainerNode() ? value.toString() : value.asText("");
    }

    /** 0 where the attribute is absent. */
    long number(String attribute) {
        return json.path("attributes").path(attribute).asLong();
    }

    boolean has(String attribute) {
        return json.path("attributes").has(attribute);
    }

    /** The facts of the events of this name, each as {@code name=value name=value} by name. */
    List<String> events(String name) {
        List<String> events = new ArrayList<>();
        for (JsonNode event : json.path("events")) {
            if (event.path("name").asText().equals(name)) {
                TreeMap<String, String> facts = new TreeMap<>();
                for (JsonNode fact : event.path("attributes")) {
                    facts.put(fact.path("key").asText(), fact.path("value").path("stringValue").asText());
                }
                StringBuilder text = new StringBuilder();
                facts.forEach((key, value) -> text.append(text.length() == 0 ? "" : " ").append(key).append('=').append(value));
                events.add(text.toString());
            }
        }
        return events;
    }

    /** Ids of the spans that links of this kind lead to. */
    List<String> links(String kind) {
        List<String> ids = new ArrayList<>();
        for (JsonNode link : json.path("links")) {
            if (link.path("attributes").path("clew.link").asText().equals(kind)) {
                ids.add(link.path("spanId").asText());
            }
        }
        return ids;
    }
}
