package dev.clew.smoke;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The JDK's own client. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class JdkHttpTest extends HttpClientContract {
    JdkHttpTest(HttpClientRun run) {
        super(run);
    }

    static List<HttpClientRun> all() {
        List<HttpClientRun> runs = new ArrayList<>();
        Jdk.all().forEach(jdk -> runs.add(HttpClientRun.of(jdk, "com.example.http.JdkClient", null)));
        return runs;
    }
}
