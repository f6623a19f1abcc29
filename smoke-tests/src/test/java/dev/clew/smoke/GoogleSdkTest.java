package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** google-genai. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class GoogleSdkTest extends SdkContract {
    GoogleSdkTest(SdkRun run) {
        super(run, "gcp.gen_ai", "RESOURCE_EXHAUSTED", "INVALID_ARGUMENT");
    }

    static List<SdkRun> all() throws IOException {
        return SdkRun.all("google-genai", "GoogleCases");
    }

    /** Version 1.10 does not retry, and has no interceptor for it. */
    @Override
    boolean tries() {
        return !run.toString().endsWith("/1.10.0");
    }

    @Override
    List<String> always() {
        return super.always().stream().filter(model -> tries() || !model.equals("retried")).toList();
    }

    @Override
    boolean countsEmbeddings() {
        return false;
    }
}
