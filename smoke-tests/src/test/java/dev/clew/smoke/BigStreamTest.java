package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.smoke.ChildJvm.Result;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer that streams 50 MB past: what is kept of it has a limit. */
class BigStreamTest {
    /** What is kept of a body, {@code Exchange.RESPONSE_MAX} and its tail, while the array that holds it doubles. */
    private static final long CAPTURE_KIB = 2 * 4 * 1024;
    /** For a moment, while it is written down: its text, the pieces of it, what is said of it. */
    private static final long WRITING_KIB = 8 * 4 * 1024;
    /** The trace core itself: classes' mirrors, the SDK, buffers of the journal. */
    private static final long CORE_KIB = 6 * 1024;

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Test
    void whatIsAliveIsBoundByTheCaptureLimit(@TempDir Path dir) throws Exception {
        Result without = child().run();
        Result with = Clew.in(child(), dir).run();
        long alone = kib("live", without);
        long traced = kib("live", with);
        long after = kib("after", with) - kib("after", without);
        System.out.println("a streamed answer of 50 MB: at most " + alone + " KiB alive without Clew, " + traced
                + " KiB with it, and while it is written down " + after + " KiB more than without");
        assertThat(traced - alone).isLessThan(CAPTURE_KIB + CORE_KIB);
        assertThat(after).isLessThan(WRITING_KIB + CORE_KIB);
        Span call = Pieces.spans(dir).stream().filter(span -> span.is("chat")).findFirst().orElseThrow();
        assertThat(call.text("clew.response.cut")).isEqualTo("true");
        assertThat(call.failed()).isFalse();
    }

    private static ChildJvm child() throws Exception {
        return ChildJvm.on(Jdk.RUNNING)
                .jvm("-XX:+UseSerialGC", "-Xmx64m")
                .main(HandoverRun.classPath(null), "com.example.measure.BigStream");
    }

    private static long kib(String what, Result result) {
        Matcher said = Pattern.compile(what + " (\\d+)").matcher(result.stdout());
        assertThat(said.find()).as(result.told()).isTrue();
        return Long.parseLong(said.group(1));
    }
}
