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

    /** {@link NettyPiecesTest} has the versions between. */
    static List<HttpServerRun> all() throws IOException {
        List<String> versions = LibraryHandover.versions("netty");
        String oldest = "netty/" + versions.get(0);
        String newest = "netty/" + versions.get(versions.size() - 1);
        List<HttpServerRun> runs = new ArrayList<>();
        runs.add(HttpServerRun.of(Jdk.RUNNING, "NettyServer", oldest));
        Jdk.all().forEach(jdk -> runs.add(HttpServerRun.of(jdk, "NettyServer", newest)));
        runs.add(HttpServerRun.of(Jdk.RUNNING, "NettyHalvesServer", oldest));
        runs.add(HttpServerRun.of(Jdk.RUNNING, "NettyHalvesServer", newest));
        return runs;
    }
}
