package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import com.example.provider.Usage;
import com.example.refactor.RefactorScript;
import dev.clew.smoke.ChildJvm.Result;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo comes out as one true tree, however it was started and however the agent got in. */
class DemoTreeTest {

    private static final String READY = "Ready: press Enter to start.\n";

    @TempDir
    Path dir;

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    static Stream<Arguments> everyWay() {
        return Jdk.all().stream().flatMap(jdk -> Stream.of(Demo.values()).map(demo -> Arguments.of(jdk, demo)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everyWay")
    void startedWithTheAgent(Jdk jdk, Demo demo) throws Exception {
        Result result = demo.in(Clew.in(ChildJvm.on(jdk), dir)).run();

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.stdout()).isEqualTo(Demo.golden("refactor-demo.stdout.txt"));
        assertThat(result.stderr().lines()).as(result.told()).hasSize(1);
        assertThat(result.stderr()).contains(dir.toString(), " show");
        isTheGoldenTree();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everyWay")
    void attachedWhileItRuns(Jdk jdk, Demo demo) throws Exception {
        ChildJvm jvm = demo.in(ChildJvm.on(jdk).jvm("-Dclew.dir=" + dir)).args("--wait");
        try (ChildJvm.Running running = jvm.start()) {
            running.awaitStdout(READY);
            Result attached = Clew.command(jdk, "attach", Long.toString(running.pid()));
            assertThat(attached.exit()).as(attached.told()).isZero();
            running.send("");
            Result result = running.await();

            assertThat(result.exit()).as(result.told()).isZero();
            assertThat(result.stdout()).isEqualTo(READY + Demo.golden("refactor-demo.stdout.txt"));
            isTheGoldenTree();
        }
    }

    private void isTheGoldenTree() throws Exception {
        assertThat(Clew.show(dir).render()).isEqualTo(Demo.golden("refactor-demo.tree.txt"));
        assertThat(Clew.traceIds(dir)).hasSize(1);
    }

    @Test
    void everySpanHasItsTrueParentAndEveryTokenIsCountedOnce() throws Exception {
        try (ScriptedProvider provider = ScriptedProvider.start(new RefactorScript(), Faults.NONE, 0)) {
            Result result = Demo.CLASS_PATH.in(Clew.in(ChildJvm.on(Jdk.RUNNING), dir))
                    .env("OPENAI_API_KEY", "sk-none-of-your-business")
                    .env("OPENAI_BASE_URL", provider.baseUrl())
                    .run();
            assertThat(result.exit()).as(result.told()).isZero();

            Tree tree = Clew.show(dir);
            isOneWorkflowWithThreeAgents(tree);
            everyCallIsUnderItsAgent(tree);
            tokensAreThoseOf(provider.handedOut(), tree);
            assertThat(tree.http()).hasSize(provider.requests());
            assertThat(Clew.command(Jdk.RUNNING, "show", "--json", "--dir", dir.toString()).stdout())
                    .doesNotContain("sk-none-of-your-business");
        }
    }

    private static void isOneWorkflowWithThreeAgents(Tree tree) {
        assertThat(tree.roots()).as(tree.render()).singleElement().matches(span -> span.is("invoke_workflow"));
        String root = tree.roots().get(0).id();
        assertThat(tree.all("invoke_agent"))
                .as(tree.render())
                .hasSize(3)
                .allMatch(agent -> agent.parent().equals(root))
                .extracting(agent -> agent.text("gen_ai.agent.name"))
                .containsExactly("IntentReader", "CallSiteRewriter", "TestRunner");
        assertThat(tree.spans()).noneMatch(Span::open).noneMatch(Span::failed);
    }

    private static void everyCallIsUnderItsAgent(Tree tree) {
        assertThat(tree.all("chat")).as(tree.render()).hasSize(5).allMatch(chat -> tree.above(chat, "invoke_agent") != null);
        assertThat(tree.all("execute_tool")).as(tree.render()).hasSize(4).allSatisfy(tool -> {
            Span agent = tree.above(tool, "invoke_agent");
            assertThat(tool.links("tool_call")).singleElement().satisfies(asked -> {
                Span chat = tree.byId(asked);
                assertThat(chat.is("chat")).isTrue();
                assertThat(tree.above(chat, "invoke_agent")).isEqualTo(agent).isNotNull();
            });
        });
        assertThat(tree.http()).as(tree.render()).allSatisfy(http -> {
            assertThat(http.kind()).isEqualTo("CLIENT");
            assertThat(tree.byId(http.parent()).is("chat")).isTrue();
        });
    }

    private static void tokensAreThoseOf(Usage usage, Tree tree) {
        assertThat(tree.sum("chat", "gen_ai.usage.input_tokens")).isEqualTo(usage.prompt());
        assertThat(tree.sum("chat", "gen_ai.usage.output_tokens")).isEqualTo(usage.completion());
        assertThat(tree.sum("chat", "gen_ai.usage.cache_read.input_tokens")).isEqualTo(usage.cached());
        assertThat(tree.http()).noneMatch(http -> http.has("gen_ai.usage.input_tokens"));
    }
}
