package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Apache's HTTP client 5, as it blocks. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class Apache5HttpTest extends HttpClientContract {
    Apache5HttpTest(HttpClientRun run) {
        super(run);
    }

    static List<HttpClientRun> all() throws IOException {
        return runs("apache5", "Apache5Client");
    }
}
