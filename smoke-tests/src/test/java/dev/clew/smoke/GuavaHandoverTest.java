package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Guava's futures. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class GuavaHandoverTest extends HandoverContract {

    GuavaHandoverTest(Case one) {
        super(one);
    }

    static List<Case> all() throws IOException {
        return LibraryHandover.cases("guava", "guava.GuavaConstructs");
    }
}
