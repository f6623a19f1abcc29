package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Spring's blocking clients have no hooks of their own: what they stand on has, and a call is one span all the same. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class SpringRestHttpTest extends HttpClientContract {
    SpringRestHttpTest(HttpClientRun run) {
        super(run);
    }

    static List<HttpClientRun> all() throws IOException {
        return runs("springweb", "SpringRestClient");
    }

    /** Spring writes a body once there is a connection to write it to. */
    @Override
    boolean isBodyless(String name) {
        return run.kind(name).equals("refused");
    }

    /** Over the JDK's client, Spring waits with a timer of its own, and then cancels. */
    @Override
    boolean isCancelledByTheLibrary(String name) {
        return name.startsWith("silent-jdk");
    }
}
