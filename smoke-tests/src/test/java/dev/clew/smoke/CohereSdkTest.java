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

    /** The oldest has nothing but the first version of the API. */
    static List<SdkRun> all() throws IOException {
        return SdkRun.all("cohere-java", version -> version.startsWith("1.0.") ? "CohereV1Cases" : "CohereCases");
    }

    @Override
    List<String> always() {
        return run.toString().contains("/1.0.") ? List.of("blocking", "stream", "tool", "retried", "refused", "embed") : super.always();
    }

    @Override
    boolean namesItsModel() {
        return false;
    }
}
