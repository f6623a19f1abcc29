package dev.clew.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A journal written by hand: traces as OTLP JSON lines, and stamps beside them. */
final class Journal {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Map<String, Object> resource = new LinkedHashMap<>();
    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder stamps = new StringBuilder();

    Journal(Path folder) {
        this.folder = folder;
    }

    /** One span, to be described and then {@link #end ended}. */
    final class Span {
        private final Map<String, Object> json = new LinkedHashMap<>();
        private final List<Object> attributes = new ArrayList<>();
        private final List<Object> links = new ArrayList<>();
        private final List<Object> events = new ArrayList<>();
        private final String trace;

        private Span(String trace, String id, String parent, String operation, String name, long startMillis) {
            this.trace = trace;
            json.put("traceId", trace);
            json.put("spanId", id);
            json.put("parentSpanId", parent);
            json.put("name", name == null ? operation : operation == null ? name : operation + " " + name);
            json.put("startTimeUnixNano", startMillis + "000000");
            if (operation != null) {
                with("gen_ai.operation.name", operation);
            }
        }

        Span with(String key, Object value) {
            attributes.add(attribute(key, value));
            return this;
        }

        Span input(String text) {
            return with("gen_ai.input.messages", messages("user", text));
        }

        Span output(String text) {
            return with("gen_ai.output.messages", messages("assistant", text));
        }

        Span link(String kind, String spanId, Object... more) {
            List<Object> why = new ArrayList<>(List.of(attribute("clew.link", kind)));
            for (int i = 0; i < more.length; i += 2) {
                why.add(attribute((String) more[i], more[i + 1]));
            }
            links.add(Map.of("traceId", trace, "spanId", spanId, "attributes", why));
            return this;
        }

        Span event(String name, long millis, String... more) {
            List<Object> what = new ArrayList<>();
            for (int i = 0; i < more.length; i += 2) {
                what.add(attribute(more[i], more[i + 1]));
            }
            events.add(Map.of("name", name, "timeUnixNano", millis + "000000", "attributes", what));
            return this;
        }

        Span failed(String type, String message) {
            json.put("status", Map.of("code", 2, "message", message));
            return with("error.type", type);
        }

        void end(long millis) {
            json.put("endTimeUnixNano", millis + "000000");
            json.put("attributes", attributes);
            json.put("links", links);
            json.put("events", events);
            lines.append(text(Map.of("resourceSpans", List.of(Map.of("resource", Map.of("attributes", attributes(resource)),
                    "scopeSpans", List.of(Map.of("spans", List.of(json)))))))).append('\n');
        }
    }

    /** Of all spans that come after. */
    Journal resource(String key, String value) {
        resource.put(key, value);
        return this;
    }

    Span span(String trace, String id, String parent, String operation, String name, long startMillis) {
        return new Span(trace, id, parent, operation, name, startMillis);
    }

    Journal stamp(String stamp, String kind, String name, String text) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("stamp", stamp);
        line.put("kind", kind);
        if (name != null) {
            line.put("name", name);
        }
        line.put("at", "2026-11-20T10:00:00Z");
        if (text != null) {
            line.put("text", text);
        }
        stamps.append(text(line)).append('\n');
        return this;
    }

    Journal alias(String old, String is) {
        stamps.append(text(Map.of("stamp", old, "kind", "prompt", "is", is, "at", "2026-11-20T10:00:00Z"))).append('\n');
        return this;
    }

    void write() throws IOException {
        Files.writeString(folder.resolve("a.traces.jsonl"), lines);
        if (stamps.length() > 0) {
            Files.writeString(folder.resolve("stamps.jsonl"), stamps, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    static String id(int number) {
        return "0".repeat(16 - Integer.toString(number).length()) + number;
    }

    static String messages(String role, String text) {
        return text(List.of(Map.of("role", role, "parts", List.of(Map.of("type", "text", "content", text)))));
    }

    private static List<Object> attributes(Map<String, Object> all) {
        List<Object> list = new ArrayList<>();
        all.forEach((key, value) -> list.add(attribute(key, value)));
        return list;
    }

    private static Object attribute(String key, Object value) {
        return Map.of("key", key, "value", value(value));
    }

    private static Map<String, Object> value(Object value) {
        if (value instanceof List<?> list) {
            return Map.of("arrayValue", Map.of("values", list.stream().map(Journal::value).toList()));
        }
        return value instanceof Double ? Map.of("doubleValue", value)
                : value instanceof Number ? Map.of("intValue", value.toString()) : Map.of("stringValue", value);
    }

    static String text(Object json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
