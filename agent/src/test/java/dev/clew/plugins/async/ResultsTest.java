package dev.clew.plugins.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.context.Current;
import dev.clew.read.SpanNode;
import dev.clew.trace.AgentRun;
import dev.clew.trace.Core;
import dev.clew.trace.Operation;
import dev.clew.trace.ToolCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Cold results of every kind: what comes of their subscriptions. */
class ResultsTest {
    private static final IllegalStateException FAILURE = new IllegalStateException("no more");

    @TempDir
    Path folder;

    private Core core;
    private final List<Object> heard = new ArrayList<>();
    private final List<Object> noted = new ArrayList<>();

    @BeforeEach
    void start() {
        core = new Core(folder, "");
    }

    @AfterEach
    void close() {
        core.close();
    }

    private Running subscribed() {
        return new Running(AgentRun.start("inner")) {
            @Override
            protected void item(Object item) {
                noted.add(item);
            }

            @Override
            protected void completed() {
                noted.add("done");
            }
        };
    }

    /** Does something traced when it is subscribed to. */
    private static Flux<String> working(Flux<String> rest) {
        return Flux.defer(() -> {
            ToolCall.start("child", null, "{}").close(null);
            return rest;
        });
    }

    private Object traced(Kind kind, Flux<String> source) {
        return Results.traced(kind.of(working(source)), this::subscribed);
    }

    private List<String> tree() throws Exception {
        List<String> tree = new ArrayList<>();
        List<SpanNode> spans = core.spans();
        for (SpanNode span : spans) {
            String parent = "";
            for (SpanNode other : spans) {
                parent = other.spanId().equals(span.parentSpanId()) ? other.name() + " > " : parent;
            }
            String end = span.attributes().containsKey("clew.cancelled") ? " cancelled" : "";
            tree.add(parent + span.name() + end + (span.attributes().containsKey("error.type") ? " failed" : ""));
        }
        return tree;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void completeEndsItBelowItsSubscriber(Kind kind) throws Exception {
        Object result = traced(kind, Flux.just("one"));
        assertThat(result).isInstanceOf(kind.type);
        AgentRun outer = AgentRun.start("outer");
        kind.subscribe(result, heard);
        assertThat(Operation.current()).isSameAs(outer);
        outer.close(null);
        List<Object> expected = new ArrayList<>(kind == Kind.COMPLETABLE ? List.of("complete") : List.of("one", "complete"));
        assertThat(heard).isEqualTo(expected);
        expected.set(expected.size() - 1, "done");
        assertThat(noted).isEqualTo(expected);
        assertThat(tree()).containsExactly(
                "invoke_agent outer", "invoke_agent outer > invoke_agent inner", "invoke_agent inner > execute_tool child");
    }

    @Test
    void whatGoesOnAfterItsStreamIsNotEndedByIt() throws Exception {
        AgentRun agent = AgentRun.start("inner");
        agent.leave();
        Object flux = Results.traced(working(Flux.just("one")), () -> new Running(agent) {
            @Override
            protected boolean endsIt() {
                return false;
            }
        });
        Kind.FLUX.subscribe(flux, heard);
        assertThat(heard).containsExactly("one", "complete");
        assertThat(agent.isOpen()).isTrue();
        agent.end(null);
        assertThat(tree()).containsExactly("invoke_agent inner", "invoke_agent inner > execute_tool child");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void errorEndsItAndArrivesUnchanged(Kind kind) throws Exception {
        kind.subscribe(traced(kind, Flux.error(FAILURE)), heard);
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0)).isSameAs(FAILURE);
        assertThat(tree()).containsExactly("invoke_agent inner failed", "invoke_agent inner > execute_tool child");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void cancelStopsTheSourceAndEndsItWithoutError(Kind kind) throws Exception {
        Flux<String> silent = Flux.<String>never().doOnCancel(() -> noted.add(Operation.current() instanceof AgentRun));
        Disposable handle = kind.subscribe(traced(kind, silent), heard);
        handle.dispose();
        assertThat(noted).containsExactly(true);
        assertThat(heard).isEmpty();
        assertThat(tree()).containsExactly(
                "invoke_agent inner cancelled", "invoke_agent inner > execute_tool child");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void neverSubscribedIsNothing(Kind kind) throws Exception {
        traced(kind, Flux.just("one"));
        assertThat(tree()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void eachSubscriptionIsOneOfItsOwn(Kind kind) throws Exception {
        Object result = traced(kind, Flux.just("one"));
        kind.subscribe(result, heard);
        kind.subscribe(result, heard);
        assertThat(tree()).filteredOn("invoke_agent inner"::equals).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsForgottenBySourceIsCancelled(Kind kind) throws Exception {
        // a source that lets go of its subscriber without a word
        Flux<String> forgetful = Flux.from(s -> s.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        }));
        kind.subscribe(traced(kind, forgetful), heard);
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!folderSays("clew.cancelled") && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(tree()).contains("invoke_agent inner cancelled");
    }

    private boolean folderSays(String text) throws Exception {
        try (var files = java.nio.file.Files.newDirectoryStream(folder, "*.traces.jsonl")) {
            for (Path file : files) {
                if (java.nio.file.Files.readString(file).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void itsParentIsWhoMadeItWhereTheSubscriberWorksForNothing(Kind kind) throws Exception {
        AgentRun outer = AgentRun.start("outer");
        Object result = traced(kind, Flux.just("one"));
        outer.close(null);
        kind.subscribe(result, heard);
        assertThat(Current.get()).isNull();
        assertThat(tree()).contains("invoke_agent outer > invoke_agent inner");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void downstreamWorksForTheSubscriberAndUpstreamForTheResult(Kind kind) throws Exception {
        Sinks.Many<String> sink = Sinks.many().multicast().directBestEffort();
        List<Object> above = new ArrayList<>();
        Object result = traced(kind, sink.asFlux().doOnRequest(n -> above.add(Operation.current())));
        AgentRun outer = AgentRun.start("outer");
        List<Object> below = new ArrayList<>();
        kind.toFlux(result).doOnTerminate(() -> below.add(Operation.current())).subscribe();
        outer.close(null);
        Thread elsewhere = new Thread(() -> {
            AgentRun other = AgentRun.start("other");
            sink.tryEmitNext("one");
            sink.tryEmitComplete();
            assertThat(Operation.current()).isSameAs(other);
            other.close(null);
        });
        elsewhere.start();
        elsewhere.join();
        assertThat(below).containsExactly(outer);
        assertThat(above).isNotEmpty().allSatisfy(op -> assertThat(((AgentRun) op).name()).isEqualTo("inner"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatOursThrowsTheApplicationNeverSees(Kind kind) throws Exception {
        Object broken = Results.traced(kind.of(Flux.just("one")), () -> {
            throw new LinkageError("of ours");
        });
        kind.subscribe(broken, heard);
        Object half = Results.traced(kind.of(Flux.just("two")), () -> new Running(AgentRun.start("inner")) {
            @Override
            protected void item(Object item) {
                throw new IllegalStateException("of ours");
            }

            @Override
            protected void completed() {
                throw new IllegalStateException("of ours");
            }
        });
        kind.subscribe(half, heard);
        assertThat(heard).isEqualTo(
                kind == Kind.COMPLETABLE ? List.of("complete", "complete") : List.of("one", "complete", "two", "complete"));
        assertThat(tree()).containsExactly("invoke_agent inner");
    }

    @Test
    void eachRetryIsOneOfItsOwnAndATimeoutIsACancellation() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Object unsure = Results.traced(
                Mono.fromCallable(() -> {
                    if (tries.incrementAndGet() == 1) {
                        throw FAILURE;
                    }
                    return "ok";
                }),
                this::subscribed);
        assertThat(((Mono<?>) unsure).retry(1).block()).isEqualTo("ok");
        Object slow = Results.traced(Mono.never(), () -> new Running(AgentRun.start("slow")));
        ((Mono<?>) slow).timeout(Duration.ofMillis(5)).onErrorResume(TimeoutException.class, e -> Mono.empty()).block();
        assertThat(tree()).containsExactlyInAnyOrder(
                "invoke_agent inner failed", "invoke_agent inner", "invoke_agent slow cancelled");
    }

    @Test
    void takingTheFirstOfAFluxStopsItAndTakingAMonosValueDoesNot() throws Exception {
        Object flux = Results.traced(Flux.just("one", "two"), () -> new Running(AgentRun.start("flux")));
        assertThat(((Flux<?>) flux).blockFirst()).isEqualTo("one");
        Object mono = Results.traced(Mono.just("one").hide(), () -> new Running(AgentRun.start("mono")));
        assertThat(((Mono<?>) mono).flux().next().block()).isEqualTo("one");
        assertThat(tree()).containsExactlyInAnyOrder("invoke_agent flux cancelled", "invoke_agent mono");
    }

    @Test
    void whatIsFedByTheApplicationOrKnownToNobodyStaysAsItIs() {
        assertThat(Results.traced(Flux.just(1).publish(), this::subscribed)).isNull();
        assertThat(Results.traced(io.reactivex.rxjava3.subjects.PublishSubject.create(), this::subscribed)).isNull();
        assertThat(Results.traced(new java.util.concurrent.SubmissionPublisher<>(), this::subscribed)).isNull();
        assertThat(Results.traced("text", this::subscribed)).isNull();
        assertThat(Results.traced(null, this::subscribed)).isNull();
    }

    @Test
    void lateSignalsReachTheApplicationsOwnHandlers() {
        List<Object> dropped = new ArrayList<>();
        reactor.core.publisher.Hooks.onErrorDropped(e -> dropped.add(e.getMessage()));
        try {
            Flux<Integer> odd = Flux.from(s -> {
                s.onSubscribe(reactor.core.publisher.Operators.emptySubscription());
                s.onComplete();
                s.onError(FAILURE);
            });
            ((Flux<?>) Results.traced(odd, this::subscribed)).subscribe(heard::add);
        } finally {
            reactor.core.publisher.Hooks.resetOnErrorDropped();
        }
        assertThat(dropped).containsExactly("no more");
    }
}
