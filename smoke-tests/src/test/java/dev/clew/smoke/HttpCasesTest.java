package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.smoke.ChildJvm.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Raw model calls over the JDK's client, in every way they can go: the application sees no difference, the spans say the truth. */
class HttpCasesTest {

    private static final String MAIN = "com.example.http.HttpCases";
    private static final String WHOLE = "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"Grüße, 世界 😀\"}],"
            + "\"finish_reason\":\"stop\"}]";
    private static final int HANDLERS = 6;

    @TempDir
    Path dir;

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    static Stream<Jdk> jdks() {
        return Jdk.all().stream();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theApplicationSeesNoDifferenceAndEachCallIsOneTrueSpan(Jdk jdk) throws Exception {
        Result plain = ChildJvm.on(jdk).main(Demo.classPath(), MAIN).run();
        assertThat(plain.exit()).as(plain.told()).isZero();

        Result traced = Clew.in(ChildJvm.on(jdk), dir).main(Demo.classPath(), MAIN).run();

        assertThat(traced.exit()).as(traced.told()).isZero();
        assertThat(traced.stdout()).as(traced.told()).isEqualTo(plain.stdout());
        assertThat(traced.stderr().lines()).as(traced.told()).hasSize(1);
        check(plain.stdout(), spans());
    }

    private static void check(String told, Map<String, List<JsonNode>> spans) {
        SoftAssertions softly = new SoftAssertions();
        int lines = 0;
        for (String line : (Iterable<String>) told.lines()::iterator) {
            String name = line.substring(0, line.indexOf(' '));
            if (name.endsWith("-sync") || name.endsWith("-async")) {
                softly.assertThat(spans.getOrDefault(name, List.of())).as(name).hasSize(1);
                lines++;
            }
        }
        softly.assertThat(lines).isEqualTo(11 * 2 * HANDLERS);
        softly.assertThat(spans).doesNotContainKeys("other-no-messages", "other-text", "other-null", "-");
        softly.assertAll();
        spans.forEach((name, same) -> {
            softly.assertThat(same).as(name).hasSize(1);
            softly.assertThat(same.get(0).path("name").asText()).isEqualTo("chat " + name);
            softly.assertThat(same.get(0).path("parentSpanId").asText("")).as(name).isEmpty();
            truth(softly, name, same.get(0));
        });
        softly.assertAll();
    }

    private static void truth(SoftAssertions softly, String name, JsonNode span) {
        String status = value(span, "http.response.status_code");
        String error = value(span, "error.type");
        String cancelled = value(span, "clew.cancelled");
        String text = value(span, "gen_ai.output.messages");
        softly.assertThat(value(span, "gen_ai.input.messages")).as(name).contains("Grüße?");
        String expectedError = "-";
        switch (name.substring(0, name.indexOf('-'))) {
            case "json", "gzip", "body" -> softly.assertThat(text).as(name).isEqualTo(WHOLE);
            case "sse", "step" -> {
                softly.assertThat(text).as(name).isEqualTo(WHOLE);
                softly.assertThat(value(span, "gen_ai.response.time_to_first_chunk")).as(name).isNotEqualTo("-");
                softly.assertThat(value(span, "gen_ai.usage.input_tokens")).as(name).isEqualTo("9");
            }
            case "error" -> {
                expectedError = "server_error";
                softly.assertThat(text).as(name).contains("Grüße, ");
            }
            case "refusing" -> {
                expectedError = "model_not_found";
                softly.assertThat(status).as(name).isEqualTo("400");
                softly.assertThat(span.path("attributes").toString()).as(name).contains("req_1");
            }
            case "broken" -> expectedError = "500";
            case "malformed" -> softly.assertThat(value(span, "gen_ai.response.id")).as(name).isEqualTo("chatcmpl-1");
            case "big" -> {
                softly.assertThat(value(span, "clew.response.cut")).as(name).isEqualTo("true");
                softly.assertThat(value(span, "gen_ai.response.id")).as(name).isEqualTo("chatcmpl-big");
                softly.assertThat(value(span, "gen_ai.usage.output_tokens")).as(name).isEqualTo("5");
            }
            case "cut" -> expectedError = "java.io.IOException";
            case "silent" -> expectedError = "java.net.http.HttpTimeoutException";
            case "refused" -> expectedError = "java.net.ConnectException";
            case "close", "cancel", "interrupt" -> softly.assertThat(cancelled).as(name).isEqualTo("true");
            case "other" -> expectedError = name.equals("other-throwing") ? "java.lang.IllegalStateException" : "-";
            default -> softly.fail("no such case: " + name);
        }
        softly.assertThat(error).as(name).isEqualTo(expectedError);
        softly.assertThat(span.path("status").path("code").asInt()).as(name).isEqualTo(expectedError.equals("-") ? 0 : 2);
    }

    /** All spans of the journal by the model that they asked. */
    private Map<String, List<JsonNode>> spans() throws IOException {
        Map<String, List<JsonNode>> byModel = new TreeMap<>();
        ObjectMapper json = new ObjectMapper();
        try (var files = Files.newDirectoryStream(dir, "*.traces.jsonl")) {
            for (Path file : files) {
                for (String line : Files.readAllLines(file)) {
                    for (JsonNode spans : json.readTree(line).findValues("spans")) {
                        spans.forEach(span -> byModel
                                .computeIfAbsent(value(span, "gen_ai.request.model"), name -> new ArrayList<>())
                                .add(span));
                    }
                }
            }
        }
        return byModel;
    }

    /** {@code -} where the attribute is absent. */
    private static String value(JsonNode span, String key) {
        for (JsonNode attribute : span.path("attributes")) {
            if (attribute.path("key").asText().equals(key)) {
                return attribute.path("value").elements().next().asText();
            }
        }
        return "-";
    }
}
