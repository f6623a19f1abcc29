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
    private static final Pattern LIVE = Pattern.compile("live (\\d+)");
    /** What is kept of a body, {@code Exchange.RESPONSE_MAX} and its tail, while the array that holds it doubles. */
    private static final long CAPTURE_KIB = 2 * 4 * 1024;
    /** The trace core itself: classes' mirrors, the SDK, buffers of the journal. */
    private static final long CORE_KIB = 6 * 1024;

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Test
    void whatIsAliveIsBoundByTheCaptureLimit(@TempDir Path dir) throws Exception {
        long alone = live(child().run());
        long traced = live(Clew.in(child(), dir).run());
        System.out.println("a streamed answer of 50 MB: at most " + alone + " KiB alive without Clew, " + traced + " KiB with it");
        assertThat(traced - alone).isLessThan(CAPTURE_KIB + CORE_KIB);
        Span call = Pieces.spans(dir).stream().filter(span -> span.is("chat")).findFirst().orElseThrow();
        assertThat(call.text("clew.response.cut")).isEqualTo("true");
        assertThat(call.failed()).isFalse();
    }

    private static ChildJvm child() throws Exception {
        return ChildJvm.on(Jdk.RUNNING)
                .jvm("-XX:+UseSerialGC", "-Xmx64m")
                .main(HandoverRun.classPath(null), "com.example.measure.BigStream");
    }

    private static long live(Result result) {
        Matcher live = LIVE.matcher(result.stdout());
        assertThat(live.find()).as(result.told()).isTrue();
        return Long.parseLong(live.group(1));
    }
}
