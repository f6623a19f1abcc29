package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Amazon Bedrock over the AWS SDK: what {@link HttpClientContract} promises of HTTP clients, and that retries are seen. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class BedrockTest {
    private static final String TEXT = "Grüße, 世界 😀";
    private static final String WHOLE = "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"" + TEXT + "\"}],"
            + "\"finish_reason\":\"end_turn\"}]";
    private static final List<String> ALWAYS =
            List.of("json", "again", "throttled", "refusing", "cut", "inner", "invalid", "refused", "silent");

    private final BedrockRun run;

    BedrockTest(BedrockRun run) {
        this.run = run;
    }

    static List<BedrockRun> all() throws IOException {
        List<BedrockRun> runs = new ArrayList<>();
        List<String> versions = LibraryHandover.versions("aws");
        for (String version : versions) {
            boolean between = versions.indexOf(version) > 0 && versions.indexOf(version) < versions.size() - 1;
            for (Jdk jdk : between ? List.of(Jdk.RUNNING) : Jdk.all()) {
                runs.add(BedrockRun.of(jdk, "aws/" + version));
            }
        }
        return runs;
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    private static String kind(String name) {
        return name.substring(0, name.indexOf('-'));
    }

    @Test
    void theApplicationSeesNoDifference() {
        assertThat(run.alone.exit()).as(run.alone.told()).isZero();
        assertThat(run.traced.exit()).as(run.traced.told()).isZero();
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
    }

    @Test
    void everyCaseIsRun() {
        for (String client : List.of("invoke-url", "invokeasync-netty1", "invokestream-netty1", "invokestream-netty2")) {
            assertThat(run.lines.keySet()).contains(ALWAYS.stream().map(kind -> kind + '-' + client).toArray(String[]::new));
        }
        assertThat(run.lines.keySet()).contains(
                "interrupt-invoke-url", "cancel-invokestream-netty2", "close-invokestream-netty1", "exception-invokestream-netty1",
                "step-invokestream-netty2", "handler-invokestream-netty1", "picture-invoke-url");
        if (!run.toString().startsWith("aws/2.21.")) {
            assertThat(run.lines.keySet()).contains("json-converse-url", "json-converseasync-netty1", "exception-conversestream-netty2");
        }
    }

    @Test
    void eachModelCallIsOneTrueSpan() {
        SoftAssertions softly = new SoftAssertions();
        run.lines.forEach((name, told) -> {
            String kind = kind(name);
            List<Span> calls = run.calls(name);
            boolean isCall = !kind.equals("picture") && !kind.equals("invalid");
            softly.assertThat(calls).as(name + " is one span: " + told).hasSize(isCall ? 1 : 0);
            if (calls.size() == 1) {
                truth(softly, name, kind, told, calls.get(0));
            }
        });
        softly.assertAll();
    }

    private void truth(SoftAssertions softly, String name, String kind, String told, Span call) {
        boolean streams = name.contains("stream-");
        String text = call.text("gen_ai.output.messages");
        String error = call.text("error.type");
        softly.assertThat(call.name()).as(name).startsWith("chat ").endsWith(name + ":0");
        softly.assertThat(call.kind()).as(name).isEqualTo("CLIENT");
        softly.assertThat(call.open()).as(name + " is open").isFalse();
        softly.assertThat(call.text("gen_ai.provider.name")).as(name).isEqualTo("aws.bedrock");
        softly.assertThat(call.has("clew.cancelled")).as(name + " cancelled").isEqualTo(kind.equals("close") || kind.equals("cancel"));
        // nobody asked for the body where there was no connection
        softly.assertThat(kind.equals("refused") || call.text("gen_ai.input.messages").contains("Grüße?")).as(name + " input").isTrue();
        switch (kind) {
            case "json", "again", "gzip", "throttled", "inner", "step", "handler" -> {
                softly.assertThat(text).as(name).isEqualTo(WHOLE);
                softly.assertThat(call.number("gen_ai.usage.input_tokens")).as(name).isEqualTo(9);
                softly.assertThat(call.number("gen_ai.usage.output_tokens")).as(name).isEqualTo(5);
                softly.assertThat(call.has("gen_ai.response.time_to_first_chunk")).as(name + " first chunk").isEqualTo(streams);
            }
            case "refusing" -> softly.assertThat(error).as(name).isEqualTo("ValidationException");
            case "exception" -> {
                softly.assertThat(error).as(name).isEqualTo("modelStreamErrorException");
                softly.assertThat(text).as(name).contains("role");
            }
            case "cut" -> softly.assertThat(text).as(name).doesNotContain("世界");
            case "cancel", "close" -> softly.assertThat(text).as(name).doesNotContain("世界");
            default -> softly.assertThat(told).as(name + " failed with " + error).contains(error);
        }
        // the SDK takes some streams and bodies that are cut for whole, and so does its application
        boolean fails = List.of("refusing", "broken", "refused", "silent", "interrupt", "exception").contains(kind)
                || kind.equals("cut") && told.contains("Exception");
        softly.assertThat(!error.isEmpty()).as(name + " has an error: " + error).isEqualTo(fails);
        softly.assertThat(call.failed()).as(name + " failed").isEqualTo(fails);
    }

    @Test
    void eachTryIsAnAttemptBelowItsCall() {
        SoftAssertions softly = new SoftAssertions();
        run.lines.forEach((name, told) -> {
            List<Span> calls = run.calls(name);
            if (calls.size() != 1) {
                return;
            }
            List<Span> attempts = run.attempts(calls.get(0));
            List<String> statuses = new ArrayList<>();
            for (Span attempt : attempts) {
                statuses.add(attempt.text("http.response.status_code"));
                softly.assertThat(attempt.open()).as(name + " is open").isFalse();
                softly.assertThat(attempt.text("server.address")).as(name).isEqualTo("127.0.0.1");
                softly.assertThat(attempt.number("http.request.resend_count")).as(name).isEqualTo(attempts.indexOf(attempt));
            }
            switch (kind(name)) {
                case "json", "again", "gzip", "inner", "step", "handler", "exception", "close" ->
                        softly.assertThat(statuses).as(name).containsExactly("200");
                case "throttled" -> {
                    softly.assertThat(statuses).as(name).containsExactly("429", "200");
                    softly.assertThat(attempts.get(0).text("error.type")).as(name).isEqualTo("ThrottlingException");
                    softly.assertThat(attempts.get(1).failed()).as(name).isFalse();
                }
                case "refusing" -> softly.assertThat(statuses).as(name).containsExactly("400");
                case "broken" -> softly.assertThat(statuses).as(name).containsExactly("500", "500");
                case "refused" -> softly.assertThat(attempts).as(name).hasSize(2).allMatch(Span::failed);
                case "silent" -> softly.assertThat(attempts).as(name).hasSize(1).allMatch(Span::failed);
                case "cancel" -> softly.assertThat(attempts).as(name).hasSize(1).allMatch(attempt -> attempt.has("clew.cancelled"));
                default -> softly.assertThat(attempts).as(name).isNotEmpty();
            }
        });
        softly.assertAll();
    }

    @Test
    void theTraceGoesOnAtTheOtherEndAndTheSignatureDoesNotKnow() {
        SoftAssertions softly = new SoftAssertions();
        run.lines.forEach((name, told) -> {
            List<String[]> seen = run.seen(name);
            List<Span> calls = run.calls(name);
            for (int i = 0; i < seen.size(); i++) {
                softly.assertThat(seen.get(i)[2]).as(name).isEqualTo("unsigned");
                softly.assertThat(seen.get(i)[3]).as(name).isEqualTo("sigv4");
                if (calls.size() == 1) {
                    Span attempt = run.attempts(calls.get(0)).get(i);
                    softly.assertThat(seen.get(i)[1]).as(name)
                            .isEqualTo("00-" + attempt.json().path("traceId").asText() + '-' + attempt.id() + "-01");
                }
            }
        });
        assertThat(run.seen("throttled-invokestream-netty1")).hasSize(2);
        softly.assertAll();
    }

    @Test
    void callsAndCallbacksArePartOfWhatTheApplicationIsAt() {
        SoftAssertions softly = new SoftAssertions();
        run.lines.forEach((name, told) -> {
            String kind = kind(name);
            if (kind.equals("inner") || kind.equals("handler")) {
                softly.assertThat(run.calls(name).get(0).parent()).as(name).isEqualTo(run.tool(name).id());
            }
            if (kind.equals("handler")) {
                Span called = run.tool(name.replace("handler-", "called-"));
                softly.assertThat(called.parent()).as(name).isEqualTo(run.tool(name).id());
            }
            if (kind.equals("invalid")) {
                String tool = run.tool(name).id();
                softly.assertThat(run.spans.stream().filter(span -> span.parent().equals(tool)))
                        .as(name).singleElement().matches(Span::failed).matches(span -> span.is("chat"));
            }
        });
        softly.assertAll();
    }

    @Test
    void nothingIsLeftWithoutItsParent() {
        List<String> ids = run.spans.stream().map(Span::id).toList();
        assertThat(run.spans.stream().filter(span -> !span.parent().isEmpty() && !ids.contains(span.parent()))).isEmpty();
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
