package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** anthropic-java. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class AnthropicSdkTest extends SdkContract {
    AnthropicSdkTest(SdkRun run) {
        super(run, "anthropic", "rate_limit_error", "invalid_request_error");
    }

    static List<SdkRun> all() throws IOException {
        return SdkRun.all("anthropic-java", "AnthropicCases");
    }

    @Override
    List<String> always() {
        return super.always().stream().filter(model -> !model.equals("embed")).toList();
    }
}
