package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What is promised of model calls over a provider's own SDK. */
abstract class SdkContract {
    private static final String KEY = "clewtest-the-one-that-must-not-be-seen";

    final SdkRun run;
    private final String provider;
    private final String limited;
    private final String refused;

    /**
     * @param limited {@code error.type} of what the provider answers with 429
     * @param refused the same with 400
     */
    SdkContract(SdkRun run, String provider, String limited, String refused) {
        this.run = run;
        this.provider = provider;
        this.limited = limited;
        this.refused = refused;
    }

    /** Cases that must be there: an SDK that can't do one leaves it out of the list. */
    List<String> always() {
        return List.of("blocking", "async", "stream", "stream-async", "tool", "retried", "limited", "refused", "cancelled", "embed");
    }

    /** Whether the provider tells its embeddings' tokens. */
    boolean countsEmbeddings() {
        return true;
    }

    /** Whether the SDK itself may try a call again, so that each try is a span of its own. */
    boolean tries() {
        return true;
    }

    /** Whether a chat's answer tells which model gave it. */
    boolean namesItsModel() {
        return true;
    }

    @Test
    void theApplicationSeesNoDifference() {
        assertThat(run.alone.stdout()).as(run.alone.told()).endsWith("done\n");
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
        assertThat(run.lines().keySet()).containsAll(always());
        run.lines().forEach((model, told) -> assertThat(told.contains("Exception") || told.contains("Error"))
                .as(model + ' ' + told)
                .isEqualTo(model.startsWith("limited") || model.startsWith("refused")));
    }

    @Test
    void eachCallIsOneTrueSpan() {
        SoftAssertions softly = new SoftAssertions();
        run.lines().forEach((model, told) -> {
            List<Span> calls = run.calls(model);
            softly.assertThat(calls).as(model + " is one span: " + told).hasSize(1);
            if (calls.size() == 1) {
                truth(softly, model, told, calls.get(0));
            }
        });
        softly.assertAll();
    }

    private void truth(SoftAssertions softly, String model, String told, Span call) {
        boolean embeds = model.startsWith("embed");
        softly.assertThat(call.name()).as(model).isEqualTo((embeds ? "embeddings " : "chat ") + model);
        softly.assertThat(call.kind()).as(model).isEqualTo("CLIENT");
        softly.assertThat(call.text("gen_ai.provider.name")).as(model).isEqualTo(provider);
        softly.assertThat(call.open()).as(model + " is open").isFalse();
        softly.assertThat(call.has("clew.cancelled")).as(model + " cancelled").isEqualTo(model.startsWith("cancelled"));
        boolean fails = model.startsWith("limited") || model.startsWith("refused");
        softly.assertThat(call.failed()).as(model + " failed: " + told + ", " + call.text("error.type")).isEqualTo(fails);
        if (embeds) {
            softly.assertThat(call.number("gen_ai.usage.input_tokens")).as(model).isEqualTo(countsEmbeddings() ? 9 : 0);
            return;
        }
        softly.assertThat(call.text("gen_ai.input.messages")).as(model).contains("well?");
        if (fails) {
            softly.assertThat(call.text("error.type")).as(model).isEqualTo(model.startsWith("limited") ? limited : refused);
        } else if (model.startsWith("cancelled")) {
            softly.assertThat(call.text("gen_ai.output.messages")).as(model).contains("rather ");
        } else {
            answered(softly, model, call);
        }
    }

    private void answered(SoftAssertions softly, String model, Span call) {
        boolean tool = model.startsWith("tool");
        softly.assertThat(call.number("gen_ai.usage.input_tokens")).as(model).isEqualTo(9);
        softly.assertThat(call.number("gen_ai.usage.output_tokens")).as(model).isEqualTo(5);
        softly.assertThat(call.text("gen_ai.response.id")).as(model).endsWith("-1");
        softly.assertThat(call.text("gen_ai.response.model").contains("canned")).as(model).isEqualTo(namesItsModel());
        // the Responses API has a status instead
        softly.assertThat(call.text("gen_ai.response.finish_reasons").isEmpty()).as(model + " has no finish reason").isEqualTo(model.startsWith("responses"));
        softly.assertThat(call.text("gen_ai.output.messages")).as(model).contains(tool ? "weather" : "rather well");
        softly.assertThat(call.text("gen_ai.tool.definitions").contains("weather")).as(model + " offers tools").isEqualTo(tool);
        softly.assertThat(call.has("gen_ai.response.time_to_first_chunk")).as(model + " first chunk")
                .isEqualTo(model.contains("stream"));
    }

    @Test
    void eachTryIsAnAttemptBelowItsCall() {
        SoftAssertions softly = new SoftAssertions();
        run.lines().forEach((model, told) -> {
            for (Span call : run.calls(model)) {
                List<Span> attempts = run.below(call);
                List<Long> statuses = attempts.stream().map(span -> span.number("http.response.status_code")).toList();
                if (model.startsWith("retried")) {
                    softly.assertThat(statuses).as(model).containsExactly(429L, 200L);
                    softly.assertThat(attempts).extracting(Span::failed).as(model).containsExactly(true, false);
                } else if (model.startsWith("limited")) {
                    softly.assertThat(statuses).as(model).isSubsetOf(List.of(429L)).isEqualTo(tries() ? statuses : List.of());
                } else {
                    softly.assertThat(statuses).as(model).hasSize(tries() ? 1 : 0);
                }
            }
        });
        softly.assertAll();
    }

    @Test
    void nothingIsDoubled() {
        int expected = 0;
        for (String model : run.lines().keySet()) {
            for (Span call : run.calls(model)) {
                expected += 1 + run.below(call).size();
            }
        }
        assertThat(run.spans).as(run.spans.stream().map(Span::name).toList().toString()).hasSize(expected);
    }

    @Test
    void noKeyIsWrittenAnywhere() {
        assertThat(run.written).contains("well?");
        assertThat(run.written.contains(KEY)).as("the key is in the journal").isFalse();
        assertThat(run.written).doesNotContain("must-not-be-seen");
    }

    @Test
    void clewHasNothingToComplainOf() {
        // SDKs log with the time of day
        assertThat(run.traced.stderr().lines().filter(line -> line.contains("clew") && !line.contains("clewtest")))
                .as(run.traced.told())
                .singleElement()
                .asString()
                .startsWith("clew: tracing into");
    }
}
