package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** OkHttp 3, 4 and 5. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class OkHttpHttpTest extends HttpClientContract {
    OkHttpHttpTest(HttpClientRun run) {
        super(run);
    }

    static List<HttpClientRun> all() throws IOException {
        return runs("okhttp", "OkHttpWays");
    }
}
