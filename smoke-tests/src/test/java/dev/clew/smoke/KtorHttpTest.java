package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Ktor's client on its own engine. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class KtorHttpTest extends HttpClientContract {
    KtorHttpTest(HttpClientRun run) {
        super(run);
    }

    static List<HttpClientRun> all() throws IOException {
        return runs("ktor", "KtorClient");
    }

    /** CIO sends a request with a body over a connection of its own. */
    @Override
    boolean keepsConnections() {
        return false;
    }
}
