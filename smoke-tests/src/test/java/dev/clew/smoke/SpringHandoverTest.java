package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Spring's executors. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class SpringHandoverTest extends HandoverContract {

    SpringHandoverTest(Case one) {
        super(one);
    }

    static List<Case> all() throws IOException {
        return LibraryHandover.cases("spring", "spring.SpringConstructs");
    }
}
