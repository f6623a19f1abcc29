package dev.clew.plugins.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.read.SpanNode;
import dev.clew.trace.AgentRun;
import dev.clew.trace.Core;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hot results: the application keeps the very future that it got. */
class StageEndTest {
    @TempDir
    Path folder;

    private Core core;

    @BeforeEach
    void start() {
        core = new Core(folder, "");
    }

    @AfterEach
    void close() {
        core.close();
    }

    private static AgentRun begun() {
        AgentRun run = AgentRun.start("inner");
        run.leave();
        return run;
    }

    private SpanNode only() throws Exception {
        List<SpanNode> spans = core.spans();
        assertThat(spans).hasSize(1);
        return spans.get(0);
    }

    @Test
    void valueEndsItAndDependentsKeepTheirOrder() throws Exception {
        List<String> order = new ArrayList<>();
        CompletableFuture<String> alone = new CompletableFuture<>();
        CompletableFuture<String> watched = new CompletableFuture<>();
        AgentRun run = begun();
        assertThat(Results.ends(watched, new Running(run))).isTrue();
        for (CompletableFuture<String> future : List.of(alone, watched)) {
            future.thenAccept(v -> order.add("first " + v));
            future.thenAccept(v -> order.add("second " + v));
        }
        assertThat(run.isOpen()).isTrue();
        alone.complete("x");
        watched.complete("x");
        assertThat(order).hasSize(4);
        assertThat(order.subList(2, 4)).isEqualTo(order.subList(0, 2));
        assertThat(run.isOpen()).isFalse();
        assertThat(only().attributes()).doesNotContainKeys("error.type", "clew.cancelled");
    }

    @Test
    void errorEndsItAndStaysTheApplications() throws Exception {
        CompletableFuture<String> future = CompletableFuture.supplyAsync(() -> {
            throw new IllegalStateException("no");
        });
        Results.ends(future, new Running(begun()));
        assertThatThrownBy(future::get).isInstanceOf(ExecutionException.class).cause().hasMessage("no");
        assertThat(only().attributes()).containsEntry("error.type", "java.lang.IllegalStateException");
    }

    @Test
    void cancelIsNoError() throws Exception {
        CompletableFuture<String> future = new CompletableFuture<>();
        Results.ends(future, new Running(begun()));
        assertThat(future.cancel(true)).isTrue();
        assertThat(only().attributes()).containsKey("clew.cancelled").doesNotContainKey("error.type");
    }

    @Test
    void whatIsDoneAlreadyEndsAtOnce() throws Exception {
        AgentRun run = begun();
        Results.ends(CompletableFuture.completedStage("x"), new Running(run));
        assertThat(run.isOpen()).isFalse();
        assertThat(only().name()).isEqualTo("invoke_agent inner");
    }

    @Test
    void aFutureThatNobodyCanCompleteAnyMoreWasAbandoned() throws Exception {
        AgentRun run = begun();
        Results.ends(new CompletableFuture<String>(), new Running(run));
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (run.isOpen() && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(only().attributes()).containsKey("clew.cancelled");
    }

    @Test
    void whatIsNoStageIsLeftToTheCaller() {
        AgentRun run = begun();
        assertThat(Results.ends("text", new Running(run))).isFalse();
        assertThat(run.isOpen()).isTrue();
        run.end(null);
    }
}
