package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** dashscope-sdk-java. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class DashScopeSdkTest extends SdkContract {
    DashScopeSdkTest(SdkRun run) {
        super(run, "alibaba_cloud", "Throttling", "InvalidParameter");
    }

    static List<SdkRun> all() throws IOException {
        return SdkRun.all("dashscope-sdk-java", "DashScopeCases");
    }

    /** It does not retry. */
    @Override
    List<String> always() {
        return super.always().stream().filter(model -> !List.of("retried", "cancelled").contains(model)).toList();
    }

    @Override
    boolean namesItsModel() {
        return false;
    }
}
