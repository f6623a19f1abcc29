package dev.clew.smoke;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Pipelines of an application's own, behind Netty's codec for servers. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class NettyServerTest extends HttpServerContract {
    NettyServerTest(HttpServerRun run) {
        super(run);
    }

    static List<HttpServerRun> all() throws IOException {
        List<HttpServerRun> runs = new ArrayList<>(runs("netty", "NettyServer"));
        for (String version : LibraryHandover.versions("netty")) {
            runs.add(HttpServerRun.of(Jdk.RUNNING, "NettyHalvesServer", "netty/" + version));
        }
        return runs;
    }
}
