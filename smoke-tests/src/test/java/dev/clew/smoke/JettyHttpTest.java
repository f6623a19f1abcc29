package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Jetty's client, 12. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class JettyHttpTest extends HttpClientContract {
    JettyHttpTest(HttpClientRun run) {
        super(run);
    }

    static List<HttpClientRun> all() throws IOException {
        return runs("jetty-client", "JettyClient");
    }

    /** A body that is written piece by piece is not asked for without a connection: that span knows no model. */
    @Override
    boolean isBodyless(String name) {
        return name.equals("refused-listening");
    }
}
