package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** cohere-java. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class CohereSdkTest extends SdkContract {
    CohereSdkTest(SdkRun run) {
        super(run, "cohere", "429", "400");
    }

    static List<SdkRun> all() throws IOException {
        return SdkRun.all("cohere-java", "CohereCases");
    }

    @Override
    boolean namesItsModel() {
        return false;
    }
}
