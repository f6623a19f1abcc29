package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is promised of model calls over every HTTP client. A subclass is a {@code @ParameterizedClass} over {@link #runs}, which
 * names a {@code com.example.http.Way.Client}.
 */
abstract class HttpClientContract {
    private static final String TEXT = "Grüße, 世界 😀";
    private static final String WHOLE = "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"" + TEXT + "\"}],"
            + "\"finish_reason\":\"stop\"}]";
    /** For each way, by {@code com.example.http.ClientCases}. */
    private static final List<String> ALWAYS = List.of(
            "json", "gzip", "gzip-sse", "sse", "error-event", "malformed", "refusing", "broken", "big", "cut", "silent", "refused",
            "redirect", "kept1", "kept2", "text", "empty", "other", "within", "inner");

    final HttpClientRun run;

    HttpClientContract(HttpClientRun run) {
        this.run = run;
    }

    /**
     * Every version of a library that the build fetched, oldest and newest on each JDK.
     *
     * @param library folder below {@code target/libs}
     * @param client class below {@code com.example.http}
     */
    static List<HttpClientRun> runs(String library, String client) throws IOException {
        List<HttpClientRun> runs = new ArrayList<>();
        List<String> versions = LibraryHandover.versions(library);
        for (String version : versions) {
            boolean between = versions.indexOf(version) > 0 && versions.indexOf(version) < versions.size() - 1;
            for (Jdk jdk : between ? List.of(Jdk.RUNNING) : Jdk.all()) {
                runs.add(HttpClientRun.of(jdk, "com.example.http." + client, library + '/' + version));
            }
        }
        return runs;
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Test
    void theApplicationSeesNoDifference() {
        assertThat(run.alone.exit()).as(run.alone.told()).isZero();
        assertThat(run.traced.exit()).as(run.traced.told()).isZero();
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
    }

    @Test
    void everyCaseIsRun() {
        for (String way : run.ways()) {
            assertThat(run.lines().keySet()).contains(ALWAYS.stream().map(kind -> kind + '-' + way).toArray(String[]::new));
        }
        assertThat(run.ways()).isNotEmpty();
        assertThat(run.lines().keySet()).anyMatch(name -> name.startsWith("step-"));
        assertThat(run.lines().keySet()).anyMatch(name -> name.startsWith("close-"));
    }

    /** Whether a case fails before the application gets to give its body away: the address is all that can be known then. */
    boolean isBodyless(String name) {
        return false;
    }

    /** Whether a case fails where the library has nothing to hook yet: then it leaves no span. */
    boolean isUnseen(String name) {
        return false;
    }

    /** Whether it is a timer of the library's own that cancels the call: what it runs over can't tell that from the application. */
    boolean isCancelledByTheLibrary(String name) {
        return false;
    }

    @Test
    void whatFailsBeforeItsBodyIsThereIsOneSpanToo() {
        List<String> told = run.lines().entrySet().stream()
                .filter(line -> isBodyless(line.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        List<Span> spans = run.calls("").stream().filter(span -> span.name().equals("chat")).toList();
        assertThat(spans).hasSameSizeAs(told);
        for (Span span : spans) {
            assertThat(span.failed()).isTrue();
            assertThat(span.open()).isFalse();
            assertThat(told).anyMatch(line -> line.contains(span.text("error.type")));
            assertThat(span.has("gen_ai.input.messages")).isFalse();
        }
    }

    @Test
    void eachModelCallIsOneTrueSpan() {
        SoftAssertions softly = new SoftAssertions();
        run.lines().forEach((name, told) -> {
            String kind = run.kind(name);
            List<Span> spans = run.calls(name);
            boolean isCall = !List.of("text", "empty", "other", "within").contains(kind) && !isBodyless(name)
                    && !isUnseen(name);
            softly.assertThat(spans).as(name + " is one span: " + told).hasSize(isCall ? 1 : 0);
            if (spans.size() == 1) {
                truth(softly, name, kind, told, spans.get(0));
            }
        });
        softly.assertAll();
    }

    private void truth(SoftAssertions softly, String name, String kind, String told, Span span) {
        String text = span.text("gen_ai.output.messages");
        softly.assertThat(span.name()).as(name).isEqualTo("chat " + name);
        softly.assertThat(span.kind()).as(name).isEqualTo("CLIENT");
        softly.assertThat(span.open()).as(name + " is open").isFalse();
        softly.assertThat(span.text("gen_ai.input.messages")).as(name).contains("Grüße?");
        softly.assertThat(span.text("gen_ai.provider.name")).as(name).isEqualTo("openai");
        softly.assertThat(span.text("server.address")).as(name).isEqualTo("127.0.0.1");
        softly.assertThat(span.has("clew.cancelled")).as(name + " cancelled").isEqualTo(
                kind.equals("close") || kind.equals("cancel") || isCancelledByTheLibrary(name));
        String error = span.text("error.type");
        switch (kind) {
            case "json", "gzip", "inner", "dropped", "busy" -> {
                softly.assertThat(text).as(name).isEqualTo(WHOLE);
                softly.assertThat(span.number("http.response.status_code")).as(name).isEqualTo(200);
            }
            // not every client follows it
            case "redirect" -> {
                softly.assertThat(text).as(name).isEqualTo(told.startsWith("200 ") ? WHOLE : "");
                if (Character.isDigit(told.charAt(0))) {
                    softly.assertThat(told).as(name).startsWith(span.number("http.response.status_code") + " ");
                } else {
                    softly.assertThat(told).as(name + " failed with " + error).contains(error);
                }
            }
            case "kept2" -> {
                softly.assertThat(text).as(name).isEqualTo(WHOLE);
                softly.assertThat(span.text("gen_ai.response.id")).as(name).isEqualTo("chatcmpl-2");
                softly.assertThat(span.has("gen_ai.response.time_to_first_chunk")).as(name + " first chunk").isFalse();
            }
            case "sse", "gzip-sse", "step", "kept1", "between" -> {
                softly.assertThat(span.text("gen_ai.response.id")).as(name).isEqualTo("chatcmpl-1");
                softly.assertThat(text).as(name).isEqualTo(WHOLE);
                softly.assertThat(span.has("gen_ai.response.time_to_first_chunk")).as(name + " first chunk").isTrue();
                softly.assertThat(span.number("gen_ai.usage.input_tokens")).as(name).isEqualTo(9);
            }
            case "error-event" -> {
                softly.assertThat(error).as(name).isEqualTo("server_error");
                softly.assertThat(text).as(name).contains("Grüße, ");
            }
            case "refusing" -> {
                softly.assertThat(error).as(name).isEqualTo("model_not_found");
                softly.assertThat(span.number("http.response.status_code")).as(name).isEqualTo(400);
                softly.assertThat(span.text("http.response.header.x-request-id")).as(name).contains("req_1");
            }
            case "broken" -> softly.assertThat(error).as(name).isEqualTo("500");
            case "malformed" -> softly.assertThat(span.text("gen_ai.response.id")).as(name).isEqualTo("chatcmpl-1");
            case "big" -> {
                softly.assertThat(span.text("clew.response.cut")).as(name).isEqualTo("true");
                softly.assertThat(span.text("gen_ai.response.id")).as(name).isEqualTo("chatcmpl-big");
                softly.assertThat(span.number("gen_ai.usage.output_tokens")).as(name).isEqualTo(5);
            }
            // what the application got to see, or what that came of
            case "cut", "silent", "refused" -> softly.assertThat(told).as(name + " failed with " + error).contains(error);
            case "close" -> softly.assertThat(text).as(name).contains("Grüße, ");
            case "cancel" -> softly.assertThat(text).as(name).doesNotContain("世界");
            default -> softly.fail("no such case: " + name);
        }
        boolean fails = List.of("error-event", "refusing", "broken", "cut", "silent", "refused").contains(kind)
                && !isCancelledByTheLibrary(name) || kind.equals("redirect") && !Character.isDigit(told.charAt(0));
        softly.assertThat(!error.isEmpty()).as(name + " has an error: " + error).isEqualTo(fails);
        softly.assertThat(span.failed()).as(name + " failed").isEqualTo(fails);
    }

    @Test
    void theTraceGoesOnAtTheOtherEndAndNowhereElse() {
        SoftAssertions softly = new SoftAssertions();
        run.lines().forEach((name, told) -> {
            String seen = run.seen(name);
            switch (run.kind(name)) {
                case "text", "other" -> softly.assertThat(seen).as(name).isEqualTo("0");
                case "within" -> softly.assertThat(seen).as(name).isEqualTo(traceparent(run.parent(name)));
                // nobody was there to see it; and what looked like a call until its body was read
                case "refused", "empty" -> softly.assertThat(run.calls(name).size()).as(name).isLessThan(2);
                default -> softly.assertThat(seen).as(name).isEqualTo(
                        run.calls(name).isEmpty() ? "no span" : traceparent(run.calls(name).get(0)));
            }
            if (run.kind(name).equals("inner") && !run.calls(name).isEmpty()) {
                softly.assertThat(run.calls(name).get(0).parent()).as(name).isEqualTo(run.parent(name).id());
            }
        });
        softly.assertAll();
    }

    @Test
    void whatIsSentAgainBelongsToTheSameSpan() {
        SoftAssertions softly = new SoftAssertions();
        run.lines().forEach((name, told) -> {
            boolean twice = List.of("dropped", "busy").contains(run.kind(name))
                    || run.kind(name).equals("redirect") && told.startsWith("200 ");
            if (twice && !run.calls(name).isEmpty()) {
                String expected = traceparent(run.calls(name).get(0));
                softly.assertThat(run.everySeen(name)).as(name).containsExactly(expected, expected);
            }
        });
        softly.assertAll();
    }

    /** Whether the library keeps connections for the next request, so that what is told of one could be taken for another's. */
    boolean keepsConnections() {
        return true;
    }

    @Test
    void connectionsAreKeptWhereTheLibraryDoesThat() {
        assertThat(Integer.parseInt(run.seen("shared")) > 0).isEqualTo(keepsConnections());
    }

    private static String traceparent(Span span) {
        return span == null ? "no span" : "00-" + span.json().path("traceId").asText() + '-' + span.id() + "-01";
    }

    @Test
    void clewHasNothingToComplainOf() {
        assertThat(run.traced.stderr().lines().filter(line -> !run.alone.stderr().contains(line)))
                .as(run.traced.told())
                .singleElement()
                .asString()
                .contains("tracing into");
    }
}
