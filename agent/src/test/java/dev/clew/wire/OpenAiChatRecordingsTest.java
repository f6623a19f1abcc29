package dev.clew.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.trace.Shapes;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.Recordings.Recording;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every fact that a recorded chat completions call states comes out, and no other. */
class OpenAiChatRecordingsTest {
    private static final Map<String, String> PROVIDERS = new TreeMap<>(Map.of(
            "azure_openai", "azure.ai.openai", "mistral", "mistral_ai"));

    private static Payload payload(byte[] bytes) {
        return new Payload(bytes, bytes.length, Payload.NONE, false);
    }

    @Test
    void requestsSayWhatTheyAsk() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Recording call : Recordings.of("chat.completions")) {
            JsonNode e = call.expected();
            URI uri = URI.create(call.json().path("request").path("url").asText());
            Wire wire = Wire.recognise("POST", uri, "application/json");
            softly.assertThat(wire).as(call + " is recognised").isNotNull();
            String provider = call.json().path("provider").asText();
            if (!call.json().path("url_host_assumed").asBoolean()) {
                softly.assertThat(wire.provider).as(call + " provider").isEqualTo(PROVIDERS.getOrDefault(provider, provider));
            }
            ModelRequest request = wire.format.request(payload(call.request()));
            String model = request.model != null ? request.model : wire.deployment;
            softly.assertThat(model).as(call + " model")
                    .isEqualTo(e.path("request_model").isNull() ? e.path("azure_deployment").asText(null) : e.path("request_model").asText());
            softly.assertThat(request.messages).as(call + " messages").hasSize(e.path("request_message_count").asInt());
            softly.assertThat(request.stream != null && request.stream).as(call + " stream")
                    .isEqualTo(e.path("streaming").asBoolean() || call.name().contains("-stream-"));
            softly.assertThat(number(request.maxTokens)).as(call + " max tokens").isEqualTo(number(e, "request_max_tokens"));
            softly.assertThat(request.temperature).as(call + " temperature")
                    .isEqualTo(e.path("request_temperature").isNull() ? null : (Double) e.path("request_temperature").asDouble());
            List<String> tools = new ArrayList<>();
            if (request.tools != null) {
                request.tools.forEach(tool -> tools.add(tool.name()));
            }
            softly.assertThat(tools).as(call + " tools").isEqualTo(texts(e.path("request_tool_names")));
        }
        softly.assertAll();
    }

    @Test
    void answersSayWhatTheyHold() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Recording call : Recordings.of("chat.completions")) {
            check(softly, call, new OpenAiChat().response(payload(call.response()), call.contentType(), call.status()));
        }
        softly.assertAll();
    }

    private static void check(SoftAssertions softly, Recording call, ModelResponse response) throws Exception {
        JsonNode e = call.expected();
        softly.assertThat(response.id).as(call + " id").isEqualTo(e.path("response_id").asText(null));
        softly.assertThat(response.model).as(call + " model").isEqualTo(e.path("response_model").asText(null));
        softly.assertThat(number(response.inputTokens)).as(call + " in").isEqualTo(number(e, "input_tokens"));
        softly.assertThat(number(response.outputTokens)).as(call + " out").isEqualTo(number(e, "output_tokens"));
        softly.assertThat(number(response.cacheReadTokens)).as(call + " cached").isEqualTo(number(e, "cached_input_tokens"));
        softly.assertThat(number(response.reasoningTokens)).as(call + " reasoning").isEqualTo(number(e, "reasoning_tokens"));
        softly.assertThat(response.finishReasons == null ? List.of() : response.finishReasons).as(call + " finish")
                .isEqualTo(texts(e.path("finish_reasons")));
        softly.assertThat(Shapes.calls(response)).as(call + " tools").isEqualTo(texts(e.path("tool_names")));
        softly.assertThat(Shapes.callIds(response)).as(call + " tool ids").isEqualTo(texts(e.path("tool_call_ids")));
        String text = Shapes.text(response);
        if (e.path("output_text_sha256").isNull()) {
            softly.assertThat(text).as(call + " text").isEmpty();
        } else {
            softly.assertThat(sha256(text)).as(call + " text " + text).isEqualTo(e.path("output_text_sha256").asText());
        }
        softly.assertThat(!Shapes.reasoning(response).isEmpty()).as(call + " has reasoning")
                .isEqualTo(e.path("has_reasoning").asBoolean());
        JsonNode error = e.path("error");
        if (error.isNull()) {
            softly.assertThat(response.errorType).as(call + " error").isNull();
        } else {
            softly.assertThat(response.errorType).as(call + " error")
                    .isEqualTo(error.path("code").isNull() ? error.path("type").asText() : error.path("code").asText());
            softly.assertThat(response.errorMessage).as(call + " message").isEqualTo(error.path("message").asText());
        }
    }

    private static String number(Long value) {
        return String.valueOf(value);
    }

    private static String number(JsonNode expected, String field) {
        return expected.path(field).isNull() ? "null" : expected.path(field).asText();
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
        for (Recording call : Recordings.of("chat.completions")) {
            if (!call.expected().path("streaming").asBoolean()) {
                continue;
            }
            byte[] body = call.response();
            List<String> whole = events(body, body.length);
            assertThat(whole).as(call.name()).isNotEmpty();
            for (int at = 0; at <= body.length; at += body.length > 20_000 ? 7 : 1) {
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
