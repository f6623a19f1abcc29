package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Spring's WebClient, over Reactor Netty and over the JDK's client. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class WebClientHttpTest extends HttpClientContract {
    WebClientHttpTest(HttpClientRun run) {
        super(run);
    }

    static List<HttpClientRun> all() throws IOException {
        return runs("webflux", "WebClientClient");
    }

    /** A body is written to a connection. */
    @Override
    boolean isBodyless(String name) {
        return run.kind(name).equals("refused");
    }
}
