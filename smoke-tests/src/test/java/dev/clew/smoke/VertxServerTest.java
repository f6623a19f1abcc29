package dev.clew.smoke;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Handlers in Vert.x. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class VertxServerTest extends HttpServerContract {
    VertxServerTest(HttpServerRun run) {
        super(run);
    }

    static List<HttpServerRun> all() throws IOException {
        // of 4.0 the hand-over alone is looked after
        List<String> versions =
                LibraryHandover.versions("vertx").stream().filter(version -> !version.startsWith("4.0.")).toList();
        List<HttpServerRun> runs = new ArrayList<>(runs("vertx", "VertxServer", versions));
        for (String version : versions) {
            runs.add(HttpServerRun.of(Jdk.RUNNING, "VertxServer", "vertx/" + version, "-Dcalling.version=HTTP_2"));
        }
        return runs;
    }
}
