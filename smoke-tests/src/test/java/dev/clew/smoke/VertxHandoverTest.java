package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Contexts and futures of Vert.x. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class VertxHandoverTest extends HandoverContract {

    VertxHandoverTest(Case one) {
        super(one);
    }

    static List<Case> all() throws IOException {
        return LibraryHandover.cases("vertx", "vertx.VertxConstructs");
    }
}
