package dev.clew.smoke;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The JDK's own executors, futures and threads. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class JdkHandoverTest extends HandoverContract {

    JdkHandoverTest(Case one) {
        super(one);
    }

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            cases.addAll(cases(HandoverRun.of(jdk, "com.example.handover.jdk.JdkConstructs"), jdk.toString()));
        }
        return cases;
    }
}
