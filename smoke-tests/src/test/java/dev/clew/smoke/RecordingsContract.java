package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.smoke.ChildJvm.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Recorded calls of real providers, replayed over a client: every fact that a recording states stands on its span. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RecordingsContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Where the provider counts cached tokens apart from the input; the conventions count them in. */
    private static final Set<String> CACHE_APART = Set.of(
            "messages", "bedrock.converse", "bedrock.converse-stream", "bedrock.invoke", "bedrock.invoke-with-response-stream");
    /** Where the provider counts reasoning apart from the output; the conventions count it in. */
    private static final Set<String> REASONING_APART = Set.of(
            "gemini.generateContent", "gemini.streamGenerateContent", "vertexai.generateContent", "vertexai.streamGenerateContent");

    private final String client;
    private final String library;

    /**
     * @param client class below {@code com.example.http}
     * @param library folder below {@code target/libs}, of whose versions the newest is taken; null for none
     */
    RecordingsContract(String client, String library) {
        this.client = client;
        this.library = library;
    }

    private String libs() throws IOException {
        List<String> versions = library == null ? List.of() : LibraryHandover.versions(library);
        return versions.isEmpty() ? null : library + '/' + versions.get(versions.size() - 1);
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Test
    void eachFactOfEachRecordingStandsOnItsSpan(@TempDir Path traces) throws Exception {
        Path folder = folder();
        assumeTrue(folder != null, "no folder shared/recordings beside the project: nothing to replay");
        Result replayed = Clew.in(ChildJvm.on(Jdk.RUNNING), traces)
                .main(HandoverRun.classPath(libs()), "com.example.http.Replay")
                .args(folder.toString(), "com.example.http." + client)
                .run();
        assertThat(replayed.exit()).as(replayed.told()).isZero();
        List<Span> spans = Pieces.spans(traces);
        SoftAssertions softly = new SoftAssertions();
        int index = 0;
        for (Path file : files(folder)) {
            String mark = "/r" + index++ + '/';
            List<Span> mine = spans.stream().filter(span -> span.text("url.full").contains(mark)).toList();
            softly.assertThat(mine).as(file.getFileName() + " is one span").hasSize(1);
            if (mine.size() == 1) {
                check(softly, file.getFileName().toString(), JSON.readTree(file.toFile()), mine.get(0));
            }
        }
        System.out.println("replayed " + index + " recordings over " + client + ", " + softly.errorsCollected().size() + " facts wrong");
        softly.assertAll();
    }

    private static void check(SoftAssertions softly, String name, JsonNode recording, Span span) throws Exception {
        JsonNode e = recording.path("expected");
        String api = recording.path("api").asText();
        String model = e.path("request_model").isNull() ? e.path("azure_deployment").asText("") : e.path("request_model").asText();
        text(softly, name, span, "gen_ai.request.model", model);
        text(softly, name, span, "gen_ai.response.model", e.path("response_model").asText(""));
        text(softly, name, span, "gen_ai.response.id", e.path("response_id").asText(""));
        text(softly, name, span, "http.response.status_code", e.path("http_status").asText());
        text(softly, name, span, "gen_ai.request.max_tokens", number(e.path("request_max_tokens")));
        text(softly, name, span, "gen_ai.usage.input_tokens",
                CACHE_APART.contains(api) ? sum(e, "input_tokens", "cached_input_tokens", "cache_creation_input_tokens") : number(e.path("input_tokens")));
        text(softly, name, span, "gen_ai.usage.output_tokens",
                REASONING_APART.contains(api) ? sum(e, "output_tokens", "reasoning_tokens") : number(e.path("output_tokens")));
        text(softly, name, span, "gen_ai.usage.cache_read.input_tokens", number(e.path("cached_input_tokens")));
        text(softly, name, span, "gen_ai.usage.cache_write.input_tokens", number(e.path("cache_creation_input_tokens")));
        text(softly, name, span, "gen_ai.usage.reasoning.output_tokens", number(e.path("reasoning_tokens")));
        text(softly, name, span, "gen_ai.embeddings.dimension.count", number(e.path("embedding_dimensions")));
        text(softly, name, span, "clew.embeddings.count", number(e.path("embedding_count")));
        text(softly, name, span, "clew.response.events", number(e.path("stream_event_count")));
        text(softly, name, span, "clew.response.status", e.path("response_status").asText(""));
        text(softly, name, span, "clew.response.incomplete_reason", e.path("incomplete_reason").asText(""));
        if (e.has("billed_input_tokens")) {
            text(softly, name, span, "clew.usage.billed.input_tokens", number(e.path("billed_input_tokens")));
            text(softly, name, span, "clew.usage.billed.output_tokens", number(e.path("billed_output_tokens")));
        }
        softly.assertThat(texts(json(span, "gen_ai.response.finish_reasons"))).as(name + " finish").isEqualTo(texts(e.path("finish_reasons")));
        if (!e.path("request_message_count").isNull()) {
            softly.assertThat(json(span, "gen_ai.input.messages")).as(name + " messages").hasSize(e.path("request_message_count").asInt());
        }
        softly.assertThat(names(json(span, "gen_ai.tool.definitions"))).as(name + " tools").isEqualTo(texts(e.path("request_tool_names")));
        answer(softly, name, e, span);
        JsonNode error = e.path("error");
        softly.assertThat(span.has("error.type")).as(name + " has an error").isEqualTo(!error.isNull());
        if (!error.isNull()) {
            // the same, but for a key that was in it
            softly.assertThat(span.json().path("statusMessage").asText()).as(name + " error's message").startsWith(
                    error.path("message").asText().substring(0, 10));
        }
    }

    private static void answer(SoftAssertions softly, String name, JsonNode e, Span span) throws Exception {
        StringBuilder text = new StringBuilder();
        boolean reasoning = false;
        boolean plan = false;
        List<String> tools = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (JsonNode message : json(span, "gen_ai.output.messages")) {
            for (JsonNode part : message.path("parts")) {
                switch (part.path("type").asText()) {
                    case "text" -> text.append(part.path("content").asText());
                    case "reasoning" -> reasoning = true;
                    case "tool_plan" -> plan = true;
                    case "tool_call" -> {
                        tools.add(part.path("name").asText());
                        if (part.has("id")) {
                            ids.add(part.path("id").asText());
                        }
                    }
                    default -> { }
                }
            }
        }
        softly.assertThat(tools).as(name + " tool calls").isEqualTo(texts(e.path("tool_names")));
        softly.assertThat(ids).as(name + " tool call ids").isEqualTo(texts(e.path("tool_call_ids")));
        softly.assertThat(reasoning).as(name + " reasoning").isEqualTo(e.path("has_reasoning").asBoolean());
        softly.assertThat(plan).as(name + " plan").isEqualTo(e.path("has_tool_plan").asBoolean());
        softly.assertThat(text.isEmpty() ? "" : sha256(text.toString())).as(name + " text: " + text)
                .isEqualTo(e.path("output_text_sha256").asText(""));
    }

    private static void text(SoftAssertions softly, String name, Span span, String attribute, String expected) {
        softly.assertThat(span.text(attribute)).as(name + ' ' + attribute).isEqualTo(expected);
    }

    private static JsonNode json(Span span, String attribute) throws IOException {
        String text = span.text(attribute);
        return text.isEmpty() ? JSON.createArrayNode() : JSON.readTree(text);
    }

    private static List<String> names(JsonNode array) {
        List<String> names = new ArrayList<>();
        array.forEach(one -> names.add(one.path("name").asText()));
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String number(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }

    /** Empty where the first is: nothing was reported then. */
    private static String sum(JsonNode expected, String... fields) {
        long sum = 0;
        for (String field : fields) {
            sum += expected.path(field).asLong(0);
        }
        return expected.path(fields[0]).isNull() ? "" : String.valueOf(sum);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/recordings");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return null;
    }
}
