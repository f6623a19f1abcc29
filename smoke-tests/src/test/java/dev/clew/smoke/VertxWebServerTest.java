package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Routes in Vert.x Web; the server below is {@link VertxServerTest}'s matter. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class VertxWebServerTest extends HttpServerContract {
    VertxWebServerTest(HttpServerRun run) {
        super(run);
    }

    /** The oldest version on the oldest JDK, the newest on the newest. */
    static List<HttpServerRun> all() throws IOException {
        List<String> versions = LibraryHandover.versions("vertx-web");
        List<Jdk> jdks = Jdk.all();
        return List.of(
                HttpServerRun.of(jdks.get(0), "VertxWebServer", "vertx-web/" + versions.get(0)),
                HttpServerRun.of(jdks.get(jdks.size() - 1), "VertxWebServer", "vertx-web/" + versions.get(versions.size() - 1)));
    }

    @Override
    String route() {
        return "/:kind/:id";
    }
}
