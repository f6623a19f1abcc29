package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.smoke.ChildJvm.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of a model call leaves what had ended, and the call that was open. */
class KilledTest {

    private static final long PATIENCE_NANOS = 30_000_000_000L;

    @TempDir
    Path dir;

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Test
    void whatHadEndedIsThereAndTheOpenCallIsMarkedOpen() throws Exception {
        ChildJvm jvm = Demo.CLASS_PATH.in(Clew.in(ChildJvm.on(Jdk.RUNNING), dir)).args("--hang");
        try (ChildJvm.Running running = jvm.start()) {
            awaitOpenChat();
            running.kill();
        }
        Tree tree = Clew.show(dir);

        assertThat(tree.all("chat").stream().filter(Span::open)).as(tree.render()).hasSize(1);
        assertThat(tree.all("chat").stream().filter(chat -> !chat.open())).as(tree.render()).hasSize(2);
        assertThat(tree.all("execute_tool")).as(tree.render()).hasSize(3).noneMatch(Span::open);
        assertThat(tree.all("invoke_agent").stream().filter(Span::open))
                .as(tree.render())
                .extracting(agent -> agent.text("gen_ai.agent.name"))
                .containsExactly("CallSiteRewriter");
        assertThat(tree.roots()).as(tree.render()).singleElement().matches(Span::open);

        Result shown = Clew.command(Jdk.RUNNING, "show", "--dir", dir.toString());
        assertThat(shown.stdout()).contains("open");
    }

    private void awaitOpenChat() throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        Tree tree = Clew.showNow(dir);
        while (tree == null
                || tree.all("chat").stream().noneMatch(Span::open)
                || tree.all("execute_tool").stream().filter(tool -> !tool.open()).count() < 3) {
            assertThat(System.nanoTime()).as("no open call: " + (tree == null ? "no trace" : tree.render())).isLessThan(end);
            tree = Clew.showNow(dir);
        }
    }
}
