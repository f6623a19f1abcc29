package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** openai-java. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class OpenAiSdkTest extends SdkContract {
    OpenAiSdkTest(SdkRun run) {
        super(run, "openai", "rate_limit_exceeded", "model_not_found");
    }

    static List<SdkRun> all() throws IOException {
        return SdkRun.all("openai-java", "OpenAiCases");
    }
}
