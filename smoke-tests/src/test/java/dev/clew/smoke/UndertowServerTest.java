package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Handlers in Undertow. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class UndertowServerTest extends HttpServerContract {
    UndertowServerTest(HttpServerRun run) {
        super(run);
    }

    static List<HttpServerRun> all() throws IOException {
        return runs("undertow", "UndertowServer");
    }

    @Override
    String route() {
        return "/{kind}/{id}";
    }
}
