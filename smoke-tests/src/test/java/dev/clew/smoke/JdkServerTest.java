package dev.clew.smoke;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The JDK's own server. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class JdkServerTest extends HttpServerContract {
    JdkServerTest(HttpServerRun run) {
        super(run);
    }

    static List<HttpServerRun> all() {
        List<HttpServerRun> runs = new ArrayList<>();
        Jdk.all().forEach(jdk -> runs.add(HttpServerRun.of(jdk, "JdkServer", null)));
        return runs;
    }
}
