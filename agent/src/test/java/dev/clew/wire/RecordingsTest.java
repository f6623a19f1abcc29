package dev.clew.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Shapes;
import dev.clew.wire.Recordings.Recording;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.SseParser;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fact that a recorded call states comes out, and no other. */
class RecordingsTest {
    /** The recordings' names of providers, where the conventions have another. */
    private static final Map<String, String> PROVIDERS = Map.of(
            "azure_openai", "azure.ai.openai", "mistral", "mistral_ai", "bedrock", "aws.bedrock", "gemini", "gcp.gemini",
            "vertexai", "gcp.vertex_ai");
    /** Where the provider counts cached tokens apart from the input; the conventions count them in. */
    private static final Set<String> CACHE_APART = Set.of(
            "messages", "bedrock.converse", "bedrock.converse-stream", "bedrock.invoke", "bedrock.invoke-with-response-stream");
    /** Where the provider counts reasoning apart from the output; the conventions count it in. */
    private static final Set<String> REASONING_APART = Set.of(
            "gemini.generateContent", "gemini.streamGenerateContent", "vertexai.generateContent", "vertexai.streamGenerateContent");

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Recording> recordings() throws IOException {
        return Recordings.all();
    }

    private static Wire wire(Recording call) {
        return Wire.recognise("POST", URI.create(call.json().path("request").path("url").asText()), "application/json");
    }

    private static Payload payload(byte[] bytes) {
        return new Payload(bytes, bytes.length, Payload.NONE, false);
    }

    private static ModelRequest request(Recording call) {
        Wire wire = wire(call);
        ModelRequest request = wire.format().request(new Sent(payload(call.request()), wire.path, wire.model));
        if (request != null && request.model == null) {
            request.model = wire.model;
        }
        return request;
    }

    private static ModelResponse response(Recording call) {
        Wire wire = wire(call);
        Map<String, String> headers = call.headers();
        return wire.format().response(new Received(
                payload(call.response()), headers.get("content-type"), call.status(), headers, wire.path, wire.model));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordings")
    void requestsSayWhatTheyAsk(Recording call) throws IOException {
        SoftAssertions softly = new SoftAssertions();
        JsonNode e = call.expected();
        Wire wire = wire(call);
        assertThat(wire).as("is recognised").isNotNull();
        if (!call.json().path("url_host_assumed").asBoolean()) {
            String provider = call.json().path("provider").asText();
            softly.assertThat(wire.provider).as("provider").isEqualTo(PROVIDERS.getOrDefault(provider, provider));
        }
        ModelRequest request = request(call);
        assertThat(request).as("is read").isNotNull();
        softly.assertThat(request.model).as("model").isEqualTo(
                e.path("request_model").isNull() ? e.path("azure_deployment").asText(null) : e.path("request_model").asText());
        if (!e.path("request_message_count").isNull()) {
            softly.assertThat(request.messages).as("messages").hasSize(e.path("request_message_count").asInt());
        }
        softly.assertThat(request.stream != null && request.stream).as("stream")
                .isEqualTo(e.path("streaming").asBoolean() || call.name().contains("-stream-"));
        JsonNode options = options(call);
        softly.assertThat(number(request.maxTokens)).as("max tokens").isEqualTo(
                options == null ? number(e, "request_max_tokens") : number(options, "num_predict"));
        JsonNode temperature = options == null ? e.path("request_temperature") : options.path("temperature");
        softly.assertThat(request.temperature).as("temperature")
                .isEqualTo(temperature.isNumber() ? (Double) temperature.asDouble() : null);
        List<String> tools = new ArrayList<>();
        if (request.tools != null) {
            request.tools.forEach(tool -> tools.add(tool.name()));
        }
        softly.assertThat(tools).as("tools").isEqualTo(texts(e.path("request_tool_names")));
        softly.assertAll();
    }

    /** Where Ollama has its settings: what was read off the bodies looked for them on the top level alone. */
    private static JsonNode options(Recording call) throws IOException {
        return call.api().startsWith("ollama") ? JSON.readTree(call.request()).path("options") : null;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordings")
    void answersSayWhatTheyHold(Recording call) throws Exception {
        ModelResponse response = response(call);
        JsonNode e = call.expected();
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(response.id).as("id").isEqualTo(e.path("response_id").asText(null));
        softly.assertThat(response.model).as("model").isEqualTo(e.path("response_model").asText(null));
        usage(softly, call, response);
        softly.assertThat(response.finishReasons == null ? List.of() : response.finishReasons).as("finish")
                .isEqualTo(texts(e.path("finish_reasons")));
        softly.assertThat(Shapes.calls(response)).as("tools").isEqualTo(texts(e.path("tool_names")));
        softly.assertThat(Shapes.callIds(response)).as("tool ids").isEqualTo(texts(e.path("tool_call_ids")));
        String text = Shapes.text(response);
        if (e.path("output_text_sha256").isNull()) {
            softly.assertThat(text).as("text").isEmpty();
        } else {
            softly.assertThat(sha256(text)).as("text " + text).isEqualTo(e.path("output_text_sha256").asText());
        }
        // Cohere's plan before it asks for tools is reasoning, which the recordings list apart
        boolean reasons = e.path("has_reasoning").asBoolean() || e.path("has_tool_plan").asBoolean();
        softly.assertThat(!Shapes.reasoning(response).isEmpty()).as("has reasoning").isEqualTo(reasons);
        softly.assertThat(number(response.embeddings)).as("embeddings").isEqualTo(number(e, "embedding_count"));
        softly.assertThat(number(response.dimensions)).as("dimensions").isEqualTo(number(e, "embedding_dimensions"));
        softly.assertThat(number(response.events)).as("events").isEqualTo(number(e, "stream_event_count"));
        if (e.has("response_status")) {
            softly.assertThat(response.status).as("status").isEqualTo(e.path("response_status").asText(null));
            softly.assertThat(response.incompleteReason).as("why incomplete").isEqualTo(e.path("incomplete_reason").asText(null));
        }
        error(softly, call, response);
        softly.assertAll();
    }

    private static void usage(SoftAssertions softly, Recording call, ModelResponse response) {
        JsonNode e = call.expected();
        String api = call.json().path("api").asText();
        boolean cacheApart = CACHE_APART.contains(api);
        softly.assertThat(number(response.inputTokens)).as("in").isEqualTo(
                cacheApart ? sum(e, "input_tokens", "cached_input_tokens", "cache_creation_input_tokens") : number(e, "input_tokens"));
        softly.assertThat(number(response.outputTokens)).as("out").isEqualTo(
                REASONING_APART.contains(api) ? sum(e, "output_tokens", "reasoning_tokens") : number(e, "output_tokens"));
        softly.assertThat(number(response.cacheReadTokens)).as("cached").isEqualTo(number(e, "cached_input_tokens"));
        softly.assertThat(number(response.cacheWriteTokens)).as("cache written").isEqualTo(number(e, "cache_creation_input_tokens"));
        softly.assertThat(number(response.reasoningTokens)).as("reasoning").isEqualTo(number(e, "reasoning_tokens"));
        if (e.has("billed_input_tokens")) {
            softly.assertThat(number(response.billedInputTokens)).as("billed in").isEqualTo(number(e, "billed_input_tokens"));
            softly.assertThat(number(response.billedOutputTokens)).as("billed out").isEqualTo(number(e, "billed_output_tokens"));
        }
    }

    private static void error(SoftAssertions softly, Recording call, ModelResponse response) {
        JsonNode error = call.expected().path("error");
        if (error.isNull()) {
            softly.assertThat(response.errorType).as("error").isNull();
            return;
        }
        softly.assertThat(response.errorMessage).as("message").isEqualTo(error.path("message").asText());
        String code = error.path("code").isNull() || error.path("code").isNumber() ? null : error.path("code").asText();
        String type = error.path("type").asText(null);
        if (code != null || type != null) {
            softly.assertThat(response.errorType).as("error").isEqualTo(code != null ? code : type);
        } else {
            // a name in a header, or none but the status
            softly.assertThat(response.errorType).as("error").isNotNull();
        }
    }

    private static String number(Long value) {
        return String.valueOf(value);
    }

    private static String number(JsonNode expected, String field) {
        return expected.path(field).isNull() || expected.path(field).isMissingNode() ? "null" : expected.path(field).asText();
    }

    /** Null where the first is: nothing was reported then. */
    private static String sum(JsonNode expected, String... fields) {
        if (expected.path(fields[0]).isNull()) {
            return "null";
        }
        long sum = 0;
        for (String field : fields) {
            sum += expected.path(field).asLong(0);
        }
        return String.valueOf(sum);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aStreamIsTheSameWhereverItIsSplit() throws Exception {
        int splits = 0;
        for (Recording call : Recordings.all()) {
            if (!"sse".equals(call.expected().path("stream_framing").asText())) {
                continue;
            }
            byte[] body = call.response();
            List<String> whole = events(body, body.length);
            assertThat(whole).as(call.name()).isNotEmpty();
            for (int at = 0; at <= body.length; at += body.length > 20_000 ? 97 : 7) {
                assertThat(events(body, at)).as(call + " split at " + at).isEqualTo(whole);
                splits++;
            }
        }
        assertThat(splits).isPositive();
    }

    private static List<String> events(byte[] body, int split) {
        List<String> events = new ArrayList<>();
        SseParser parser = new SseParser((type, data, length) -> events.add(type + ":" + new String(data, 0, length, StandardCharsets.UTF_8)));
        parser.feed(body, 0, split);
        parser.feed(body, split, body.length - split);
        parser.end();
        return events;
    }
}
