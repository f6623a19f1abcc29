package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.clew.smoke.ChildJvm.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong with the agent, the application does not notice. */
class HarmlessTest {

    @TempDir
    Path dir;

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    private static void saysAndDoesTheSame(Result result) throws Exception {
        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.stdout()).as(result.told()).isEqualTo(Golden.read("refactor-demo.stdout.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hooks", "links"})
    void everyHookThrowsOrEveryLinkFails(String what) throws Exception {
        for (Jdk jdk : Jdk.all()) {
            Result result = Demo.CLASS_PATH.in(Clew.in(ChildJvm.on(jdk), dir).jvm("-Dclew.fail=" + what)).run();

            saysAndDoesTheSame(result);
            assertThat(result.stderr()).as(result.told()).doesNotContain("\tat ");
        }
    }

    @Test
    void switchedOffItWeavesNothingAndSaysSo() throws Exception {
        Path traces = dir.resolve("traces");
        Result result = Demo.CLASS_PATH.in(Clew.in(ChildJvm.on(Jdk.RUNNING), traces).jvm("-Dclew.enabled=false")).run();

        saysAndDoesTheSame(result);
        assertThat(result.stderr().lines()).as(result.told()).singleElement().asString().contains("clew.enabled");
        assertThat(traces).doesNotExist();
    }

    @Test
    void folderThatCannotBeWrittenIsNamedOnce() throws Exception {
        Path file = Files.writeString(dir.resolve("file"), "");
        Path traces = file.resolve("traces");
        Result result = Demo.CLASS_PATH.in(Clew.in(ChildJvm.on(Jdk.RUNNING), traces)).run();

        saysAndDoesTheSame(result);
        assertThat(result.stderr().lines()).as(result.told()).singleElement().asString().contains(traces.toString());
    }

    @Test
    void fullDiskIsNamedOnce() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(full).as("a device that is always full").exists();
        Result result = Demo.CLASS_PATH.in(Clew.in(ChildJvm.on(Jdk.RUNNING), full)).run();

        saysAndDoesTheSame(result);
        assertThat(result.stderr().lines()).as(result.told()).singleElement().asString().contains(full.toString());
    }

    @Test
    void wrongSettingIsNamedOnceAndTheRestWorks() throws Exception {
        Result result = Demo.CLASS_PATH.in(Clew.in(ChildJvm.on(Jdk.RUNNING), dir).jvm("-Dclew.enabled=perhaps")).run();

        saysAndDoesTheSame(result);
        assertThat(result.stderr().lines().filter(line -> line.contains("clew.enabled") && line.contains("perhaps")))
                .as(result.told())
                .hasSize(1);
        assertThat(result.stderr().lines()).as(result.told()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void attachOnTopOfTheAgentSaysSoAndDoesNothing() throws Exception {
        ChildJvm jvm = Demo.CLASS_PATH.in(Clew.in(ChildJvm.on(Jdk.RUNNING), dir)).args("--wait");
        try (ChildJvm.Running running = jvm.start()) {
            running.awaitStdout("Ready");
            Result attached = Clew.command(Jdk.RUNNING, "attach", Long.toString(running.pid()));
            assertThat(attached.told()).containsIgnoringCase("already");
            running.send("");

            assertThat(running.await().exit()).isZero();
            assertThat(Clew.show(dir).render()).isEqualTo(Golden.read("refactor-demo.tree.txt"));
        }
    }
}
