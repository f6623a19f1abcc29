package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls over Reactor Netty that follow each other, wait for each other, and share connections and threads. */
@ParameterizedClass(name = "webflux {0}")
@MethodSource("versions")
class ReactorChainsTest {
    private record Run(ChildJvm.Result alone, ChildJvm.Result traced, List<Span> spans, List<String> seen) {}

    private static final java.util.Map<String, Run> RUNS = new java.util.concurrent.ConcurrentHashMap<>();

    private final Run run;

    ReactorChainsTest(String version) {
        run = RUNS.computeIfAbsent(version, ReactorChainsTest::run);
    }

    static List<String> versions() throws IOException {
        return LibraryHandover.versions("webflux");
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    private static Run run(String version) {
        try {
            Path target = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();
            Path traces = Files.createTempDirectory(target, "chains-");
            Path seen = traces.resolve("seen");
            ChildJvm.Result alone = child(version).run();
            ChildJvm.Result traced = Clew.in(child(version).jvm("-Dcases.seen=" + seen), traces).run();
            return new Run(alone, traced, Pieces.spans(traces), Files.readAllLines(seen));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ChildJvm child(String version) throws IOException {
        return ChildJvm.on(Jdk.RUNNING)
                .jvm("-XX:+UseSerialGC")
                .main(HandoverRun.classPath("webflux/" + version), "com.example.http.ReactorChains");
    }

    private Span tool(String name) {
        return only(run.spans.stream().filter(span -> span.text("gen_ai.tool.name").equals(name)).toList(), name);
    }

    private List<Span> calls(String model) {
        return run.spans.stream().filter(span -> span.text("gen_ai.request.model").equals(model)).toList();
    }

    private Span call(String model) {
        return only(calls(model), model);
    }

    private Span only(List<Span> spans, String name) {
        assertThat(spans).as(name + " in " + run.spans).hasSize(1);
        return spans.get(0);
    }

    private List<String> seen(String name) {
        List<String> values = new ArrayList<>();
        for (String line : run.seen) {
            if (line.startsWith(name + ' ')) {
                values.add(line.substring(name.length() + 1));
            }
        }
        return values;
    }

    private static String traceparent(Span span) {
        return "00-" + span.json().path("traceId").asText() + '-' + span.id() + "-01";
    }

    @Test
    void theApplicationSeesNoDifference() {
        assertThat(run.traced.exit()).as(run.traced.told()).isZero();
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout()).endsWith("done\n");
    }

    @Test
    void callsOfOneChainHaveOneParent() {
        for (String model : List.of("first", "second", "third")) {
            assertThat(call(model).parent()).as(model).isEqualTo(tool("chain").id());
        }
        assertThat(call("delayed").parent()).isEqualTo(tool("cold").id());
    }

    @Test
    void theNextRequestOnAConnectionKnowsNothingOfTheOneBefore() {
        assertThat(seen("after")).containsExactly("null");
        assertThat(seen("again")).containsExactly("null");
        assertThat(seen("between")).containsExactly("null");
        assertThat(call("alone").parent()).isEmpty();
        assertThat(call("alone").number("gen_ai.usage.input_tokens")).isEqualTo(3);
    }

    @Test
    void eachSubscriptionIsACall() {
        List<Span> tries = calls("flaky");
        assertThat(tries).extracting(span -> span.number("http.response.status_code")).containsExactlyInAnyOrder(503L, 200L);
        assertThat(tries).extracting(Span::parent).containsOnly(tool("retry").id());
        assertThat(seen("flaky")).containsExactlyInAnyOrderElementsOf(tries.stream().map(ReactorChainsTest::traceparent).toList());
    }

    @Test
    void aRedirectIsPartOfTheCall() {
        Span call = call("moved");
        assertThat(call.number("http.response.status_code")).isEqualTo(200);
        assertThat(call.number("http.request.resend_count")).isEqualTo(1);
        assertThat(call.parent()).isEqualTo(tool("redirect").id());
        assertThat(seen("moved")).containsExactly(traceparent(call), traceparent(call));
    }

    @Test
    void theApplicationsOwnHeaderStays() {
        assertThat(seen("mine")).containsExactly("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    @Test
    void theApplicationsCallbacksRunForItsWork() {
        assertThat(call("inner").parent()).isEqualTo(tool("body").id());
        assertThat(call("outer").parent()).isEqualTo(tool("body").id());
        assertThat(tool("at-request").parent()).isEqualTo(tool("callbacks").id());
        assertThat(tool("at-response").parent()).isEqualTo(tool("callbacks").id());
    }

    @Test
    void tracesThatShareAConnectionStayApart() {
        for (String name : List.of("left", "right")) {
            assertThat(call("at-" + name).parent()).isEqualTo(tool(name).id());
            assertThat(call("then-" + name).parent()).isEqualTo(tool(name).id());
        }
    }

    @Test
    void requestsOfOneHttp2ConnectionAreCallsOfTheirOwn() {
        for (int i = 0; i < 3; i++) {
            Span call = call("stream-" + i);
            assertThat(call.parent()).isEqualTo(tool("http2").id());
            assertThat(call.number("gen_ai.usage.output_tokens")).isEqualTo(1);
            assertThat(seen("stream-" + i)).containsExactly(traceparent(call));
        }
    }

    @Test
    void threadsAreFreeAfterwards() {
        assertThat(seen("free")).containsExactly("null", "null");
    }
}
