package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.smoke.ChildJvm.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Model calls of Vertex AI over gRPC: {@code com.example.grpc.VertexCases} without the agent and with it. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class VertexTest {
    private static final String TEXT = "Grüße, 世界 😀";

    record Run(String where, Result alone, Result traced, List<Span> spans, Map<String, String> seen) {
        Span call(String model) {
            List<Span> found = spans.stream().filter(span -> span.text("gen_ai.request.model").equals(model)).toList();
            assertThat(found).as(model).hasSize(1);
            return found.get(0);
        }

        Span tool(String name) {
            return spans.stream().filter(span -> span.text("gen_ai.tool.name").equals(name)).findFirst().orElseThrow();
        }

        @Override
        public String toString() {
            return where;
        }
    }

    private final Run run;

    VertexTest(Run run) {
        this.run = run;
    }

    static List<Run> all() throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (String version : LibraryHandover.versions("grpc")) {
            for (Jdk jdk : Jdk.all()) {
                runs.add(run(jdk, "grpc/" + version));
            }
        }
        return runs;
    }

    private static Run run(Jdk jdk, String libs) throws IOException, InterruptedException {
        Path target = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();
        Path traces = Files.createTempDirectory(target, "vertex-");
        Path seen = traces.resolve("seen");
        Result alone = child(jdk, libs).run();
        Result traced = Clew.in(child(jdk, libs).jvm("-Dcases.seen=" + seen), traces).run();
        Map<String, String> carried = new LinkedHashMap<>();
        for (String line : Files.readAllLines(seen)) {
            carried.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        return new Run(libs + ", " + jdk, alone, traced, Pieces.spans(traces), carried);
    }

    private static ChildJvm child(Jdk jdk, String libs) throws IOException {
        return ChildJvm.on(jdk).jvm("-XX:+UseSerialGC").main(HandoverRun.classPath(libs), "com.example.grpc.VertexCases");
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
        assertThat(run.alone.stdout()).contains("inner ", "refused UNAVAILABLE", "silent DEADLINE_EXCEEDED", "done");
    }

    @Test
    void eachModelCallIsOneTrueSpan() {
        SoftAssertions softly = new SoftAssertions();
        for (String model : List.of(
                "unary", "future", "stream", "inner", "failing", "refusing", "silent", "cancel", "long", "refused")) {
            Span call = run.call(model);
            softly.assertThat(call.name()).isEqualTo("chat " + model);
            softly.assertThat(call.kind()).as(model).isEqualTo("CLIENT");
            softly.assertThat(call.open()).as(model + " is open").isFalse();
            softly.assertThat(call.text("gen_ai.provider.name")).as(model).isEqualTo("gcp.vertex_ai");
            softly.assertThat(call.text("gen_ai.input.messages")).as(model).contains("Grüße?");
            softly.assertThat(call.text("server.address")).as(model).isEqualTo("127.0.0.1");
            softly.assertThat(call.has("clew.cancelled")).as(model + " cancelled").isEqualTo(model.equals("cancel"));
            boolean streams = List.of("stream", "inner", "failing", "cancel", "long").contains(model);
            softly.assertThat(call.has("gen_ai.response.time_to_first_chunk")).as(model + " first chunk").isEqualTo(streams);
            String text = call.text("gen_ai.output.messages");
            String error = call.text("error.type");
            switch (model) {
                case "unary", "future", "stream", "inner" -> {
                    softly.assertThat(text).as(model).contains(TEXT).contains("STOP");
                    softly.assertThat(call.number("gen_ai.usage.input_tokens")).as(model).isEqualTo(9);
                    softly.assertThat(call.number("gen_ai.usage.output_tokens")).as(model).isEqualTo(5);
                    softly.assertThat(error).as(model).isEmpty();
                }
                case "long" -> {
                    softly.assertThat(call.text("clew.response.cut")).isEqualTo("true");
                    softly.assertThat(text).startsWith("[{").contains("0123456789");
                    softly.assertThat(call.text("gen_ai.response.finish_reasons")).contains("STOP");
                    softly.assertThat(call.number("gen_ai.usage.input_tokens")).as(model).isEqualTo(9);
                }
                case "failing" -> {
                    softly.assertThat(text).as(model).contains("Grüße, ");
                    softly.assertThat(error).isEqualTo("INTERNAL");
                }
                case "refusing" -> softly.assertThat(error).isEqualTo("RESOURCE_EXHAUSTED");
                case "silent" -> softly.assertThat(error).isEqualTo("DEADLINE_EXCEEDED");
                case "refused" -> softly.assertThat(error).isEqualTo("UNAVAILABLE");
                default -> softly.assertThat(text).as(model).contains("Grüße, ");
            }
            softly.assertThat(call.failed()).as(model + " failed: " + error).isEqualTo(!error.isEmpty());
        }
        softly.assertThat(run.spans.stream().filter(span -> span.is("chat"))).hasSize(10);
        softly.assertAll();
    }

    @Test
    void theTraceGoesOnAtTheOtherEndAndNowhereElse() {
        SoftAssertions softly = new SoftAssertions();
        run.seen.forEach((name, traceparent) -> {
            switch (name) {
                case "other" -> softly.assertThat(traceparent).isEqualTo("0");
                case "within" -> softly.assertThat(traceparent).isEqualTo(traceparent(run.tool(name)));
                default -> softly.assertThat(traceparent).as(name).isEqualTo(traceparent(run.call(name)));
            }
        });
        softly.assertThat(run.seen).hasSize(11);
        softly.assertThat(run.call("inner").parent()).isEqualTo(run.tool("inner").id());
        softly.assertAll();
    }

    private static String traceparent(Span span) {
        return "00-" + span.json().path("traceId").asText() + '-' + span.id() + "-01";
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
