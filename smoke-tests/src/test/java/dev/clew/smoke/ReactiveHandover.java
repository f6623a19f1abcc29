package dev.clew.smoke;

import dev.clew.smoke.HandoverContract.Case;
import java.util.ArrayList;
import java.util.List;

/** Suites of the reactive libraries, each on the versions that the build fetched and on each JDK present. */
final class ReactiveHandover {
    private ReactiveHandover() {}

    static List<Case> cases(String library, String suite) {
        List<Case> cases = new ArrayList<>();
        for (String version : System.getProperty(library + ".versions").split(",")) {
            for (Jdk jdk : Jdk.all()) {
                HandoverRun run = HandoverRun.of(jdk, "com.example.handover." + suite, library + "/" + version, new String[0]);
                cases.addAll(HandoverContract.cases(run, library + ' ' + version + ", " + jdk));
            }
        }
        return cases;
    }
}
