package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Coroutines of kotlinx.coroutines. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class CoroutinesHandoverTest extends HandoverContract {

    CoroutinesHandoverTest(Case one) {
        super(one);
    }

    static List<Case> all() throws IOException {
        return LibraryHandover.cases("kotlinx-coroutines", "kotlin.KotlinConstructs");
    }
}
