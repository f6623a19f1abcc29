package dev.clew.smoke;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Libraries through which work changes threads, each at the versions that the build fetched. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class LibraryHandoverTest extends HandoverContract {

    LibraryHandoverTest(Case one) {
        super(one);
    }

    static List<Case> all() throws IOException {
        List<Case> cases = new ArrayList<>();
        add(cases, "kotlinx-coroutines", "com.example.handover.kotlin.KotlinConstructs");
        add(cases, "netty", "com.example.handover.netty.NettyConstructs");
        add(cases, "vertx", "com.example.handover.vertx.VertxConstructs");
        return cases;
    }

    private static void add(List<Case> cases, String library, String suite) throws IOException {
        String only = System.getProperty("handover.only", library);
        Path folder = Path.of(System.getProperty("smoke.target", "target"), "libs", library);
        try (Stream<Path> versions = Files.list(folder)) {
            for (Path version : only.equals(library) ? versions.sorted().toList() : List.<Path>of()) {
                for (Jdk jdk : Jdk.all()) {
                    String libs = library + '/' + version.getFileName();
                    cases.addAll(cases(HandoverRun.of(jdk, suite, libs, new String[0]), libs + " on " + jdk));
                }
            }
        }
    }
}
