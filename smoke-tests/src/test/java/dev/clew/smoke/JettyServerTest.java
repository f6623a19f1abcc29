package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Servlets in Jetty. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class JettyServerTest extends HttpServerContract {
    JettyServerTest(HttpServerRun run) {
        super(run);
    }

    static List<HttpServerRun> all() throws IOException {
        return runs("jetty", "JettyServer");
    }
}
