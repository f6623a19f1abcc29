package dev.clew.smoke;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The JDK's own executors, futures and threads. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class JdkHandoverTest extends HandoverContract {
    private static final String SUITE = "com.example.handover.jdk.JdkConstructs";

    JdkHandoverTest(Case one) {
        super(one);
    }

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            String[] options = jdk.feature() >= 25
                    ? new String[] {"-Dclew.carry=1", "--enable-preview"}
                    : new String[] {"-Dclew.carry=1"};
            cases.addAll(cases(HandoverRun.ofJdk(jdk, SUITE, options), jdk.toString()));
            HandoverRun threads = HandoverRun.ofJdk(jdk, SUITE + "$WithThreads", "-Dclew.threads=true");
            cases.addAll(cases(threads, jdk + " with clew.threads"));
        }
        return cases;
    }
}
