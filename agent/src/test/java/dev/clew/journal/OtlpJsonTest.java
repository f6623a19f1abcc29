package dev.clew.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Our writer against the SDK's own. */
class OtlpJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static JsonNode ours(List<SpanData> spans) throws IOException {
        LineBuffer line = new LineBuffer();
        OtlpJson json = new OtlpJson(line);
        json.start();
        spans.forEach(json::add);
        json.end();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        line.writeTo(bytes);
        return withoutEmpty(JSON.readTree(bytes.toByteArray()));
    }

    static JsonNode theirs(List<SpanData> spans) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TraceRequestMarshaler.create(spans).writeJsonTo(bytes);
        return withoutEmpty(JSON.readTree(bytes.toByteArray()));
    }

    /** An empty list of events is no list, by protobuf's rules; neither is an empty status. */
    private static JsonNode withoutEmpty(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> empty = new ArrayList<>();
            object.properties().forEach(field -> {
                withoutEmpty(field.getValue());
                boolean list = List.of("events", "links", "status").contains(field.getKey());
                if (list && field.getValue().isEmpty()) {
                    empty.add(field.getKey());
                }
            });
            object.remove(empty);
        } else if (node instanceof ArrayNode array) {
            array.forEach(OtlpJsonTest::withoutEmpty);
        }
        return node;
    }

    static Span everything(SdkTracerProvider provider, SpanKind kind) {
        Tracer tracer = provider.tracerBuilder("scope \"x\"").setInstrumentationVersion("1").setSchemaUrl("https://s").build();
        SpanContext remote = SpanContext.createFromRemoteParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
                TraceFlags.getSampled(), TraceState.builder().put("b", "2").put("a", "1").build());
        Span span = tracer.spanBuilder("n\u00e4me\n").setSpanKind(kind)
                .setParent(Context.root().with(Span.wrap(remote))).startSpan();
        span.addLink(remote, Attributes.of(AttributeKey.stringKey("clew.link"), "data", AttributeKey.longKey("n"), 1L));
        span.addLink(remote);
        span.addEvent("e", Attributes.of(AttributeKey.doubleKey("d"), 0.1));
        span.recordException(new IllegalStateException("\u0001\ud83d\ude00"));
        span.setAttribute("d", 1.5).setAttribute("nan", Double.NaN).setAttribute("inf", Double.NEGATIVE_INFINITY);
        span.setAttribute("big", 1e300).setAttribute("min", Long.MIN_VALUE).setAttribute("b", false).setAttribute("empty", "");
        span.setAttribute(AttributeKey.longArrayKey("la"), List.of(1L, -2L));
        span.setAttribute(AttributeKey.booleanArrayKey("ba"), List.of(true, false));
        span.setAttribute(AttributeKey.doubleArrayKey("da"), List.of(1e-9, 2.0));
        span.setAttribute(AttributeKey.stringArrayKey("sa"), List.of("x", "\"y\\"));
        span.setAttribute(AttributeKey.stringArrayKey("none"), List.of());
        span.setAttribute(AttributeKey.valueKey("v"), Value.of(Map.of("k", Value.of(Value.of(1L), Value.of("s"), Value.of(true)))));
        span.setAttribute(AttributeKey.valueKey("bytes"), Value.of(new byte[] {1, 2, -1}));
        StringBuilder all = new StringBuilder();
        for (int c = 0; c < 0x10000; c += c < 0x900 ? 1 : 37) {
            all.append((char) c).append('.');
        }
        span.setAttribute("text", all.append("\ud83d\ude00\ud800").toString());
        return span;
    }

    @Test
    void saysTheSameAsTheSdk() throws IOException {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "s"), "https://r")).build();
        for (SpanKind kind : SpanKind.values()) {
            Span open = everything(provider, kind);
            assertThat(ours(List.of(Spans.data(open)))).isEqualTo(theirs(List.of(Spans.data(open))));
            open.setStatus(kind == SpanKind.CLIENT ? StatusCode.ERROR : StatusCode.OK, "why");
            open.end();
            SpanData ended = Spans.data(open);
            assertThat(ours(List.of(ended))).isEqualTo(theirs(List.of(ended)));
            assertThat(ours(List.of(ended)).findValuesAsText("endTimeUnixNano")).hasSize(1);
        }
    }

    @Test
    void longTextIsWholeWhereverItIsCut() throws IOException {
        SdkTracerProvider provider = SdkTracerProvider.builder().build();
        for (int before = 0; before < 3; before++) {
            Span span = provider.get("s").spanBuilder("n").startSpan();
            String start = "x".repeat(before);
            span.setAttribute("pairs", start + "\ud83d\ude00".repeat(20_000));
            span.setAttribute("halves", start + "\ud83d-\ude00".repeat(20_000));
            span.setAttribute("latin", start + "\u00e9\"".repeat(20_000));
            assertThat(ours(List.of(Spans.data(span)))).isEqualTo(theirs(List.of(Spans.data(span))));
        }
    }

    /** Nobody knows what does that, but a span must not cost others. */
    @Test
    void aSpanThatCannotBeToldLeavesNoTrace() throws IOException {
        SdkTracerProvider provider = SdkTracerProvider.builder().build();
        SpanData good = Spans.data(provider.get("a").spanBuilder("good").startSpan());
        SpanData bad = new DelegatingSpanData(Spans.data(provider.get("b").spanBuilder("bad").startSpan())) {
            @Override
            public Attributes getAttributes() {
                throw new IllegalStateException("bad");
            }
        };
        LineBuffer line = new LineBuffer();
        OtlpJson json = new OtlpJson(line);
        json.start();
        assertThatThrownBy(() -> json.add(bad)).hasMessage("bad");
        json.add(good);
        assertThatThrownBy(() -> json.add(bad)).hasMessage("bad");
        json.add(good);
        json.end();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        line.writeTo(bytes);
        assertThat(withoutEmpty(JSON.readTree(bytes.toByteArray()))).isEqualTo(theirs(List.of(good, good)));
    }

    @Test
    void countsWhatTheSdkDropped() throws IOException {
        SdkTracerProvider provider = SdkTracerProvider.builder().setSpanLimits(SpanLimits.builder()
                .setMaxNumberOfAttributes(3).setMaxNumberOfEvents(1).setMaxNumberOfLinks(1).setMaxNumberOfAttributesPerEvent(1)
                .setMaxNumberOfAttributesPerLink(1).build()).build();
        SpanData span = Spans.data(everything(provider, SpanKind.CLIENT));
        assertThat(ours(List.of(span))).isEqualTo(theirs(List.of(span)));
        assertThat(ours(List.of(span)).findValues("droppedAttributesCount")).isNotEmpty();
    }

    @Test
    void groupsByResourceAndScope() throws IOException {
        SdkTracerProvider one = SdkTracerProvider.builder().setResource(Resource.create(Attributes.of(AttributeKey.stringKey("r"), "1"))).build();
        SdkTracerProvider two = SdkTracerProvider.builder().setResource(Resource.create(Attributes.of(AttributeKey.stringKey("r"), "2"))).build();
        List<SpanData> spans = new ArrayList<>();
        for (SdkTracerProvider provider : List.of(one, two)) {
            for (String scope : List.of("a", "a", "b")) {
                spans.add(Spans.data(provider.get(scope).spanBuilder("s" + spans.size()).startSpan()));
            }
        }
        JsonNode json = ours(spans);
        assertThat(json.findValuesAsText("traceId")).hasSize(6);
        assertThat(json.get("resourceSpans")).hasSize(2).allSatisfy(r -> assertThat(r.get("scopeSpans")).hasSize(2));
        assertThat(json.at("/resourceSpans/1/scopeSpans/0/spans")).hasSize(2);
    }
}
