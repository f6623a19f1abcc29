package dev.clew.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads lines with OpenTelemetry's own protobuf definitions, strictly: an unknown field is an error. */
final class OtlpLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OtlpLines() {}

    static List<Span> spans(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (file.toString().endsWith(".gz")) {
            bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        }
        List<Span> spans = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isEmpty()) {
                spans.addAll(spans(line));
            }
        }
        return spans;
    }

    static List<Span> spans(String line) throws IOException {
        JsonNode tree = JSON.readTree(line);
        hexToBase64(tree);
        TracesData.Builder data = TracesData.newBuilder();
        JsonFormat.parser().merge(JSON.writeValueAsString(tree), data);
        List<Span> spans = new ArrayList<>();
        data.getResourceSpansList().forEach(r -> r.getScopeSpansList().forEach(s -> spans.addAll(s.getSpansList())));
        return spans;
    }

    /** The one place where OTLP JSON departs from protobuf JSON. */
    private static void hexToBase64(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String id : List.of("traceId", "spanId", "parentSpanId")) {
                if (object.has(id)) {
                    object.put(id, Base64.getEncoder().encodeToString(HexFormat.of().parseHex(object.get(id).asText())));
                }
            }
        }
        node.forEach(OtlpLines::hexToBase64);
    }
}
