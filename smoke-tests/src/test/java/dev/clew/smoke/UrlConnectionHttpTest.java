package dev.clew.smoke;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code java.net.HttpURLConnection}. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class UrlConnectionHttpTest extends HttpClientContract {
    UrlConnectionHttpTest(HttpClientRun run) {
        super(run);
    }

    static List<HttpClientRun> all() {
        List<HttpClientRun> runs = new ArrayList<>();
        Jdk.all().forEach(jdk -> runs.add(HttpClientRun.of(jdk, "com.example.http.UrlConnectionClient", null)));
        return runs;
    }

    /** It connects before it takes a body. */
    @Override
    boolean isBodyless(String name) {
        return run.kind(name).equals("refused");
    }
}
