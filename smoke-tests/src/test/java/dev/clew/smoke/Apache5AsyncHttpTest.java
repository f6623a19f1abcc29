package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Apache's HTTP client 5, asynchronous. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class Apache5AsyncHttpTest extends HttpClientContract {
    Apache5AsyncHttpTest(HttpClientRun run) {
        super(run);
    }

    /** From the version on that has a place to hook, see the plugin's RATIONALE.md. */
    static List<HttpClientRun> all() throws IOException {
        return runs("apache5async", "Apache5AsyncClient");
    }

    /** It connects before it asks for a body. */
    @Override
    boolean isBodyless(String name) {
        return run.kind(name).equals("refused");
    }
}
