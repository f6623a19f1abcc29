package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Vert.x 4 and 5, its client and the web client on it. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class VertxHttpTest extends HttpClientContract {
    VertxHttpTest(HttpClientRun run) {
        super(run);
    }

    static List<HttpClientRun> all() throws IOException {
        return runs("vertx-client", "VertxClient");
    }

    /**
     * There is no request to write a body into before there is a connection. The web client has it all before; the one of 4.0
     * has no place of its own where it asks for the connection.
     */
    @Override
    boolean isUnseen(String name) {
        boolean isWeb = !name.endsWith("-core") && !name.endsWith("-pieces");
        return run.kind(name).equals("refused") && !(isWeb && !run.toString().contains("/4.0"));
    }
}
