package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import com.example.refactor.RefactorScript;
import dev.clew.smoke.ChildJvm.Result;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code doctor} says of a machine and of a JVM, and what {@code attach} says the second time. */
class DoctorTest {

    @TempDir
    Path dir;

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    static Stream<Jdk> jdks() {
        return Jdk.all().stream();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void handOverWorksOnThisMachine(Jdk jdk) throws Exception {
        Result result = Clew.command(jdk, "doctor", "--dir", dir.toString());

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.stdout()).contains("a task carries its context to another thread", dir.toString());
        assertThat(result.stdout()).contains("jdk FutureTaskOfRunnableHook: woven into java.util.concurrent.FutureTask, 1 call");
    }

    @Test
    void hooksOfARunningApplicationAreLinkedAndNoneIsOff() throws Exception {
        try (ScriptedProvider provider = ScriptedProvider.start(new RefactorScript(), Faults.hangAt(2), 0);
                ChildJvm.Running running = Demo.CLASS_PATH.in(Clew.in(ChildJvm.on(Jdk.RUNNING), dir))
                        .env("OPENAI_API_KEY", "none")
                        .env("OPENAI_BASE_URL", provider.baseUrl())
                        .start()) {
            assertThat(provider.hanging().await(60, TimeUnit.SECONDS)).isTrue();
            Result result = Clew.command(Jdk.RUNNING, "doctor", Long.toString(running.pid()));

            assertThat(result.exit()).as(result.told()).isZero();
            assertThat(result.stdout().lines().filter(line -> line.contains(" call sites linked")))
                    .as(result.told())
                    .anyMatch(line -> line.contains("langchain4j ChatModelHook"))
                    .anyMatch(line -> line.contains("langchain4j AiServiceHook"))
                    .anyMatch(line -> line.contains("java.net.http SendHook"));
            assertThat(result.stdout()).contains(dir.toString()).doesNotContain("OFF", "FAILED", "does not fit");
        }
    }

    @Test
    void attachingTwiceSaysSoAndDoesNothing() throws Exception {
        ChildJvm jvm = Demo.CLASS_PATH.in(ChildJvm.on(Jdk.RUNNING).jvm("-Dclew.dir=" + dir)).args("--wait");
        try (ChildJvm.Running running = jvm.start()) {
            running.awaitStdout("Ready");
            String pid = Long.toString(running.pid());
            Result first = Clew.command(Jdk.RUNNING, "attach", pid);
            Result second = Clew.command(Jdk.RUNNING, "attach", pid);
            running.send("");

            assertThat(first.exit()).as(first.told()).isZero();
            assertThat(second.exit()).as(second.told()).isNotZero();
            assertThat(second.stdout()).contains(pid, "already");
            assertThat(running.await().exit()).isZero();
            assertThat(Clew.show(dir).render()).isEqualTo(Demo.golden("refactor-demo.tree.txt"));
        }
    }
}
