package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.clew.smoke.ChildJvm.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        assertThat(result.stdout()).as(result.told()).isEqualTo(Demo.golden("refactor-demo.stdout.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hooks", "links"})
    void everyHookThrowsOrEveryLinkFails(String what) throws Exception {
        for (Jdk jdk : Jdk.all()) {
            Result result = Demo.CLASS_PATH.in(Clew.in(ChildJvm.on(jdk), dir).jvm("-Dclew.fail=" + what)).run();

            saysAndDoesTheSame(result);
            assertThat(result.stderr()).as(result.told()).doesNotContain("\tat ");
            assertThat(Clew.traceIds(dir)).as("the switch works: nothing got as far as a span").isEmpty();
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

    /** The folder is a disk of two pages of its own, in a mount namespace of its own. */
    @Test
    void fullDiskIsNamedOnce() throws Exception {
        String[] smallDisk = {"unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=8k none \"$0\" && exec \"$@\"", dir.toString()};
        assumeThat(works(smallDisk)).as("may mount a small disk").isTrue();
        Result result = Demo.CLASS_PATH.in(Clew.in(ChildJvm.on(Jdk.RUNNING).within(smallDisk), dir)).run();

        saysAndDoesTheSame(result);
        assertThat(result.stderr().lines().filter(line -> line.toLowerCase(Locale.ROOT).contains("space")))
                .as(result.told())
                .hasSize(1);
        assertThat(result.stderr().lines()).as(result.told()).hasSizeLessThanOrEqualTo(2);
    }

    private static boolean works(String... command) throws InterruptedException {
        List<String> trial = new ArrayList<>(List.of(command));
        trial.add("true");
        try {
            return new ProcessBuilder(trial).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
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
            assertThat(Clew.show(dir).render()).isEqualTo(Demo.golden("refactor-demo.tree.txt"));
        }
    }
}
