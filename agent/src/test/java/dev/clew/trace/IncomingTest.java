package dev.clew.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.context.Current;
import dev.clew.read.SpanNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that a server answers, as a plugin uses them, seen in the journal that comes of it. */
class IncomingTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";
    private static final UnaryOperator<String> NONE = name -> null;
    private static final UnaryOperator<String> OURS = headers("clew=1,other=x", "user=7");
    private static final UnaryOperator<String> OTHERS = headers("other=x", null);

    @TempDir
    Path folder;

    private Core core;

    @BeforeEach
    void start() {
        core = new Core(folder, "");
    }

    @AfterEach
    void end() {
        core.close();
    }

    private static UnaryOperator<String> headers(String state, String baggage) {
        Map<String, String> headers = new HashMap<>();
        headers.put("traceparent", "00-" + TRACE + '-' + SPAN + "-01");
        headers.put("tracestate", state);
        headers.put("baggage", baggage);
        return headers::get;
    }

    private static void agentWorks() {
        AgentRun.start("agent").close(null);
    }

    @Test
    void aRequestOfOneOfClewsTracesIsAChildOfItsCaller() throws Exception {
        Incoming incoming = Incoming.begin("GET", "/a", OURS);
        incoming.status(204);
        incoming.leave();
        incoming.end(null);
        SpanNode span = core.spans().get(0);
        assertThat(span.name()).isEqualTo("GET");
        assertThat(span.traceId()).isEqualTo(TRACE);
        assertThat(span.parentSpanId()).isEqualTo(SPAN);
        assertThat(span.text("url.path")).isEqualTo("/a");
        assertThat(span.number("http.response.status_code")).isEqualTo(204);
        assertThat(span.isError()).isFalse();
    }

    @Test
    void anyOtherRequestWithoutAgentWorkLeavesNoTrace() throws Exception {
        for (UnaryOperator<String> headers : List.of(NONE, OTHERS)) {
            Incoming incoming = Incoming.begin("GET", "/a", headers);
            assertThat(Operation.outgoing()).isNull();
            incoming.status(500);
            incoming.leave();
            incoming.end(new IllegalStateException("its own matter"));
        }
        assertThat(core.spans()).isEmpty();
    }

    @Test
    void agentWorkMakesItTheRootAndKeepsTheCallerOfAnotherTracer() throws Exception {
        for (UnaryOperator<String> headers : List.of(NONE, OTHERS)) {
            Incoming incoming = Incoming.begin("POST", "/a", headers);
            agentWorks();
            incoming.leave();
            incoming.end(null);
        }
        List<SpanNode> spans = core.spans();
        assertThat(spans).extracting(SpanNode::name).containsExactlyInAnyOrder("POST", "POST", "invoke_agent agent", "invoke_agent agent");
        List<SpanNode> requests = spans.stream().filter(span -> span.name().equals("POST")).toList();
        assertThat(requests).extracting(SpanNode::traceId).containsOnlyOnce(TRACE);
        for (SpanNode request : requests) {
            SpanNode agent = spans.stream().filter(span -> request.spanId().equals(span.parentSpanId())).findFirst().orElseThrow();
            assertThat(agent.traceId()).isEqualTo(request.traceId());
            assertThat(request.startEpochNanos()).isLessThanOrEqualTo(agent.startEpochNanos());
        }
    }

    @Test
    void theTraceGoesOnWithItsStateAndItsBaggage() {
        Incoming incoming = Incoming.begin("GET", "/a", OURS);
        List<String> out = Arrays.asList(Operation.outgoing());
        String own = incoming.known().spanId();
        assertThat(out).containsExactly(
                "traceparent", "00-" + TRACE + '-' + own + "-01", "tracestate", "clew=1,other=x", "baggage", "user=7");
        incoming.leave();
        incoming.end(null);
    }

    @Test
    void whoAnswersAModelCallHasASpanOnlyWhereAnAgentWorks() throws Exception {
        LlmCall call = LlmCall.start(this, "openai", "m");
        List<String> out = Arrays.asList(call.headers());
        assertThat(out).containsSequence("tracestate", "clew=model");
        Map<String, String> received = Map.of("traceparent", out.get(1), "tracestate", out.get(3));
        call.close(null);
        Incoming provider = Incoming.begin("POST", "/provider", received::get);
        assertThat(provider.known()).isNull();
        provider.leave();
        provider.end(null);
        Incoming gateway = Incoming.begin("POST", "/gateway", received::get);
        agentWorks();
        gateway.leave();
        gateway.end(null);
        List<SpanNode> spans = core.spans();
        assertThat(spans).extracting(SpanNode::name).containsExactlyInAnyOrder("chat m", "POST", "invoke_agent agent");
        assertThat(spans).extracting(SpanNode::traceId).containsOnly(spans.get(0).traceId());
        SpanNode chat = spans.stream().filter(span -> span.name().equals("chat m")).findFirst().orElseThrow();
        assertThat(spans).filteredOn(span -> span.name().equals("POST")).extracting(SpanNode::parentSpanId)
                .containsExactly(chat.spanId());
    }

    @Test
    void theRouteGivesTheSpanItsName() throws Exception {
        Incoming before = Incoming.begin("GET", "/agents/7", OURS);
        before.route("/agents/{name}");
        before.leave();
        before.end(null);
        Incoming later = Incoming.begin("GET", "/agents/8", NONE);
        later.route("/agents/{name}");
        agentWorks();
        later.leave();
        later.end(null);
        assertThat(core.spans()).filteredOn(span -> span.name().equals("GET /agents/{name}")).hasSize(2);
    }

    @Test
    void theFirstRouteIsTheRequestsWhoeverWorksForItThen() throws Exception {
        Incoming request = Incoming.begin("GET", "/agents/7", NONE);
        AgentRun agent = AgentRun.start("agent");
        assertThat(Incoming.current()).isSameAs(request);
        Incoming.current().firstRoute(null);
        Incoming.current().firstRoute("/agents/{name}");
        agent.close(null);
        Incoming.current().firstRoute("/error");
        request.leave();
        request.end(null);
        assertThat(Incoming.current()).isNull();
        assertThat(core.spans()).extracting(SpanNode::name).contains("GET /agents/{name}").doesNotContain("GET /error");
    }

    @Test
    void aServersOwnFailureIsAnErrorAndACallersIsNone() throws Exception {
        for (int status : new int[] {200, 404, 500, 503}) {
            Incoming incoming = Incoming.begin("GET", "/" + status, OURS);
            incoming.leave();
            incoming.status(status);
            incoming.end(null);
        }
        List<SpanNode> spans = core.spans();
        for (SpanNode span : spans) {
            boolean fails = span.text("url.path").startsWith("/5");
            assertThat(span.isError()).as(span.text("url.path")).isEqualTo(fails);
            assertThat(span.text("error.type")).isEqualTo(fails ? span.text("url.path").substring(1) : null);
        }
        assertThat(spans).hasSize(4);
    }

    @Test
    void whatWasThrownIsTheErrorWhateverTheStatus() throws Exception {
        Incoming incoming = Incoming.begin("GET", "/a", OURS);
        incoming.status(200);
        incoming.leave();
        incoming.end(new java.io.IOException("client is gone"));
        incoming.end(null);
        SpanNode span = core.spans().get(0);
        assertThat(span.text("error.type")).isEqualTo("java.io.IOException");
        assertThat(span.number("http.response.status_code")).isEqualTo(200);
    }

    @Test
    void leavingGivesTheThreadBackOnceAndOnItsOwnThreadAlone() throws Exception {
        Current.set("before");
        Incoming incoming = Incoming.begin("GET", "/a", NONE);
        assertThat(Incoming.isAny()).isTrue();
        Thread other = new Thread(incoming::leave);
        other.start();
        other.join();
        assertThat(Current.get()).isSameAs(incoming);
        incoming.leave();
        assertThat(Current.get()).isEqualTo("before");
        Current.set(null);
        incoming.leave();
        assertThat(Current.get()).isNull();
    }

    @Test
    void agentWorkAfterTheEndIsNoPartOfARequestThatHadNone() throws Exception {
        Incoming incoming = Incoming.begin("GET", "/a", NONE);
        incoming.end(null);
        agentWorks();
        incoming.leave();
        assertThat(core.spans()).extracting(SpanNode::name).containsExactly("invoke_agent agent");
    }

    @Test
    void aServersObjectStandsForOneRequestAtATime() throws Exception {
        Object connection = new Object();
        Incoming first = Requests.begin(connection, "GET", "/1", OURS);
        assertThat(Requests.begin(connection, "GET", "/inner", OURS)).as("an inner layer").isNull();
        Requests.leave(first);
        assertThat(Requests.of(connection)).isSameAs(first);
        Incoming second = Requests.begin(connection, "GET", "/2", OURS);
        assertThat(first.isOpen()).as("the object is used again").isFalse();
        Requests.leave(second);
        Requests.end(connection, 200, null);
        assertThat(Requests.of(connection)).isNull();
        assertThat(Requests.resume(connection)).isNull();
        assertThat(core.spans()).extracting(span -> span.text("url.path")).containsExactlyInAnyOrder("/1", "/2");
    }

    @Test
    void aRequestIsResumedWhereNothingElseIsAtWork() {
        Object connection = new Object();
        Object context = new Object();
        Incoming incoming = Requests.begin(connection, "GET", "/1", OURS);
        Requests.also(context, incoming);
        Requests.leave(incoming);
        assertThat(Current.get()).isNull();
        for (Object thing : new Object[] {connection, context}) {
            Object entered = Requests.resume(thing);
            assertThat(Current.get()).isSameAs(incoming);
            assertThat(Requests.resume(thing)).as("within itself").isNull();
            Requests.leave(entered);
            assertThat(Current.get()).isNull();
        }
        Requests.end(connection, 200, null);
        assertThat(Requests.resume(context)).as("after its end").isNull();
    }

    @Test
    void whatTheServerDropsIsForgotten() throws Exception {
        Object connection = new Object();
        java.lang.ref.WeakReference<Object> dropped = new java.lang.ref.WeakReference<>(connection);
        Requests.leave(Requests.begin(connection, "GET", "/1", NONE));
        connection = null;
        long end = System.nanoTime() + 20_000_000_000L;
        while (dropped.get() != null && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(5);
        }
        assertThat(dropped.get()).isNull();
    }

    @Test
    void aPathIsWithoutSchemeHostAndQuery() {
        assertThat(Requests.path("/a/b?c=/d")).isEqualTo("/a/b");
        assertThat(Requests.path("/")).isEqualTo("/");
        assertThat(Requests.path("http://host:80/a?b")).isEqualTo("/a");
        assertThat(Requests.path("http://host")).isEqualTo("/");
        assertThat(Requests.path("/a://b/c")).isEqualTo("/a://b/c");
        assertThat(Requests.path("*")).isEqualTo("*");
        assertThat(Requests.path(null)).isNull();
    }

    @Test
    void whatIsOverIsNotWorkedForAnyMore() throws Exception {
        Incoming first = Incoming.begin("GET", "/first", NONE);
        first.end(null);
        assertThat(Incoming.isAny()).isFalse();
        // the server goes on to the connection's next request while the thread has not left the one before
        Incoming second = Requests.begin(this, "GET", "/second", NONE);
        assertThat(second).isNotNull();
        agentWorks();
        second.leave();
        second.end(null);
        first.leave();
        assertThat(core.spans()).extracting(span -> span.text("url.path")).contains("/second").doesNotContain("/first");
    }

    @Test
    void agentThatIsOverWithinAnOpenRequestIsStillThatRequests() {
        Incoming request = Incoming.begin("GET", "/", NONE);
        AgentRun agent = AgentRun.start("a");
        agent.end(null);
        assertThat(Incoming.isAny()).isTrue();
        agent.leave();
        request.leave();
        request.end(null);
    }
}
