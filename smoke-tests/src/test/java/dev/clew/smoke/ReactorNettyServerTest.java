package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Handlers in Reactor Netty. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class ReactorNettyServerTest extends HttpServerContract {
    ReactorNettyServerTest(HttpServerRun run) {
        super(run);
    }

    static List<HttpServerRun> all() throws IOException {
        return runs("reactor-netty-server", "ReactorNettyServer");
    }
}
