package dev.clew.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A trace, and its text for golden files: no ids, no times, parallel tool calls in the order of their names. */
record Tree(String traceId, List<Span> spans) {

    static Tree parse(JsonNode trace) {
        List<Span> spans = new ArrayList<>();
        trace.path("spans").forEach(span -> spans.add(Span.parse(span)));
        spans.sort(Comparator.comparing(Span::start));
        return new Tree(trace.path("traceId").asText(), spans);
    }

    List<Span> all(String operation) {
        return spans.stream().filter(span -> span.is(operation)).toList();
    }

    List<Span> http() {
        return spans.stream().filter(Span::isHttp).toList();
    }

    /** Spans whose parent is not in the trace. */
    List<Span> roots() {
        return spans.stream().filter(span -> byId(span.parent()) == null).toList();
    }

    Span byId(String id) {
        return spans.stream().filter(span -> span.id().equals(id)).findFirst().orElse(null);
    }

    /** The nearest ancestor that does this operation, or null. */
    Span above(Span span, String operation) {
        Span at = byId(span.parent());
        while (at != null && !at.is(operation)) {
            at = byId(at.parent());
        }
        return at;
    }

    long sum(String operation, String attribute) {
        return all(operation).stream().mapToLong(span -> span.number(attribute)).sum();
    }

    String render() {
        Map<String, Integer> chats = new HashMap<>();
        for (Span chat : all("chat")) {
            chats.put(chat.id(), chats.size() + 1);
        }
        StringBuilder out = new StringBuilder();
        render(roots(), "", chats, out);
        return out.toString();
    }

    private void render(List<Span> level, String indent, Map<String, Integer> chats, StringBuilder out) {
        List<String> tools = new ArrayList<>();
        for (Span span : level) {
            StringBuilder text = new StringBuilder(indent).append(line(span, chats)).append('\n');
            List<Span> below = spans.stream().filter(child -> child.parent().equals(span.id())).toList();
            render(below, indent + "  ", chats, text);
            if (span.is("execute_tool")) {
                tools.add(text.toString());
            } else {
                flush(tools, out);
                out.append(text);
            }
        }
        flush(tools, out);
    }

    private static void flush(List<String> tools, StringBuilder out) {
        tools.sort(null);
        tools.forEach(out::append);
        tools.clear();
    }

    private static String line(Span span, Map<String, Integer> chats) {
        StringBuilder line = new StringBuilder();
        if (span.isHttp()) {
            line.append("HTTP ").append(span.text("http.request.method"));
            line.append(' ').append(span.text("http.response.status_code"));
        } else {
            line.append(span.name());
        }
        line.append(" [").append(span.kind()).append(']');
        if (span.is("chat")) {
            line.append(" #").append(chats.get(span.id()));
            line.append(" in ").append(span.text("gen_ai.usage.input_tokens"));
            line.append(" cached ").append(span.text("gen_ai.usage.cache_read.input_tokens"));
            line.append(" out ").append(span.text("gen_ai.usage.output_tokens"));
            line.append(' ').append(span.text("gen_ai.response.finish_reasons"));
        }
        if (span.is("execute_tool")) {
            line.append(' ').append(span.text("gen_ai.tool.call.arguments").replaceAll("\\s*([:,{}])\\s*", "$1"));
        }
        for (String asked : span.links("tool_call")) {
            line.append(" asked by #").append(chats.get(asked));
        }
        return line.append(span.open() ? " open" : "").append(span.failed() ? " ERROR" : "").toString();
    }
}
