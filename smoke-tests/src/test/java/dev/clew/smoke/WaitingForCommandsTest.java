package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that takes long, since what it reads comes through a pipe: who is told so, and where. */
class WaitingForCommandsTest {
    private static final String SPAN = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"" + "a".repeat(32) + "\",\"spanId\":\"%s\","
            + "\"name\":\"invoke_agent A\",\"startTimeUnixNano\":\"1763600000000000000\",\"endTimeUnixNano\":\"1763600001000000000\","
            + "\"attributes\":[{\"key\":\"gen_ai.operation.name\",\"value\":{\"stringValue\":\"invoke_agent\"}}]}]}]}]}\n";

    @TempDir Path temp;
    Path pipe;

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
        assumeThat(Path.of("/proc/self/fd/2")).as("a system that tells what standard error is").exists();
    }

    @BeforeEach
    void pipe() throws IOException, InterruptedException {
        pipe = temp.resolve("slow.jsonl");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).as("pipes that have names").isZero();
    }

    /** One span at once, and the other after more than a second. */
    private CompletableFuture<Void> writes() {
        return CompletableFuture.runAsync(() -> {
            try (OutputStream out = Files.newOutputStream(pipe)) { // as soon as somebody reads
                out.write(SPAN.formatted("1".repeat(16)).getBytes(StandardCharsets.UTF_8));
                out.flush();
                TimeUnit.MILLISECONDS.sleep(1300);
                out.write(SPAN.formatted("2".repeat(16)).getBytes(StandardCharsets.UTF_8));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void whereNobodyLooksNothingIsSaid() throws Exception {
        CompletableFuture<Void> writes = writes();
        ChildJvm.Result told = Clew.command(Jdk.RUNNING, "stamps", "--dir", pipe.toString());
        writes.get(60, TimeUnit.SECONDS);
        assertThat(told.exit()).as(told.told()).isZero();
        assertThat(told.stdout()).contains("agent A").doesNotContain("reading");
        assertThat(told.stderr()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --json"})
    void onATerminalTheLineComesAndGoes(String more) throws Exception {
        assumeThat(List.of(Path.of("/usr/bin/script"), Path.of("/bin/script"))).as("script").anyMatch(Files::exists);
        Path out = temp.resolve("out.txt");
        String command = "'" + Jdk.RUNNING.tool("java") + "' -jar '" + Clew.JAR + "' stamps --dir '" + pipe + "'" + more + " > '" + out + "'";
        ProcessBuilder script = new ProcessBuilder("script", "-qec", command, "/dev/null").redirectErrorStream(true);
        script.environment().put("TERM", "xterm");
        CompletableFuture<Void> writes = writes();
        Process process = script.start();
        process.getOutputStream().close();
        String seen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        writes.get(60, TimeUnit.SECONDS);
        assertThat(process.waitFor()).as(seen).isZero();
        assertThat(seen).contains("\rreading 1 MB\r            \r").endsWith("\r");
        assertThat(Files.readString(out)).startsWith(more.isEmpty() ? "agent A\n" : "{").doesNotContain("\r", "reading");
    }
}
