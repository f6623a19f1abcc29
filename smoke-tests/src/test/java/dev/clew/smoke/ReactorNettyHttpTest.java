package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Reactor Netty's client. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class ReactorNettyHttpTest extends HttpClientContract {
    ReactorNettyHttpTest(HttpClientRun run) {
        super(run);
    }

    static List<HttpClientRun> all() throws IOException {
        return runs("reactor-netty", "ReactorNettyClient");
    }

    /** A publisher is not subscribed to before there is a connection. */
    @Override
    boolean isBodyless(String name) {
        return run.kind(name).equals("refused");
    }
}
