package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Asynchronous calls of OkHttp. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class OkHttpHandoverTest extends HandoverContract {

    OkHttpHandoverTest(Case one) {
        super(one);
    }

    static List<Case> all() throws IOException {
        return LibraryHandover.cases("okhttp", "okhttp.OkHttpConstructs");
    }
}
