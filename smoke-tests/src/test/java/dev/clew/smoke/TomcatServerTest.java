package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Servlets in Tomcat. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class TomcatServerTest extends HttpServerContract {
    TomcatServerTest(HttpServerRun run) {
        super(run);
    }

    static List<HttpServerRun> all() throws IOException {
        return runs("tomcat", "TomcatServer");
    }
}
