package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.smoke.ChildJvm.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** One span a call, however often interceptors of the application try it. */
@ParameterizedClass(name = "OkHttp {0}")
@MethodSource("versions")
class OkHttpTriesTest {
    private final Result alone;
    private final Result traced;
    private final List<Span> spans;

    OkHttpTriesTest(String version) throws IOException {
        ProgramRun run = ProgramRun.of("com.example.http.OkHttpTries", HandoverRun.classPath("okhttp/" + version));
        this.alone = run.alone();
        this.traced = run.traced();
        this.spans = run.spans();
    }

    static List<String> versions() throws IOException {
        Clew.assumeBuilt();
        return LibraryHandover.versions("okhttp");
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    private Span call(String model) {
        List<Span> found = spans.stream().filter(span -> span.text("gen_ai.request.model").equals(model)).toList();
        assertThat(found).as(model).hasSize(1);
        return found.get(0);
    }

    private List<Span> tries(String model) {
        return spans.stream().filter(span -> span.parent().equals(call(model).id())).toList();
    }

    private List<String> statuses(String model) {
        List<String> statuses = new ArrayList<>();
        tries(model).forEach(span -> statuses.add(span.name() + ' ' + span.number("http.response.status_code")));
        return statuses;
    }

    @Test
    void theApplicationSeesNoDifference() {
        assertThat(alone.stdout()).as(alone.told()).endsWith("done\n");
        assertThat(traced.stdout()).as(traced.told()).isEqualTo(alone.stdout());
    }

    @Test
    void eachTryOfAnInterceptorIsAnAttemptOfOneCall() {
        assertThat(statuses("retried")).containsExactly("POST 429", "POST 429", "POST 200");
        // closed unread, and an error all the same
        assertThat(tries("retried")).extracting(span -> span.text("error.type")).containsExactly("429", "429", "");
        assertThat(tries("retried")).noneMatch(span -> span.has("clew.cancelled"));
        assertThat(call("retried").failed()).isFalse();
        assertThat(call("retried").number("gen_ai.usage.input_tokens")).isEqualTo(9);
        assertThat(call("retried").text("gen_ai.response.id")).isEqualTo("chatcmpl-1");
        assertThat(statuses("rebuilt")).containsExactly("POST 200");
    }

    @Test
    void aCallEndsAsItsLastTryDoes() {
        assertThat(statuses("exhausted")).containsExactly("POST 429", "POST 429", "POST 429");
        assertThat(call("exhausted").text("error.type")).isEqualTo("rate_limit_exceeded");
        assertThat(statuses("refused")).containsExactly("POST 400");
        assertThat(call("refused").failed()).isTrue();
        assertThat(statuses("broken")).containsExactly("POST 500");
        assertThat(call("broken").text("error.type")).isEqualTo("500");
    }

    @Test
    void whatInterceptorsMakeOfAnAnswerDoesNotMatter() {
        for (String model : List.of("reading", "replacing")) {
            assertThat(statuses(model)).as(model).containsExactly("POST 200");
            assertThat(call(model).number("gen_ai.usage.output_tokens")).as(model).isEqualTo(5);
            assertThat(call(model).open()).as(model).isFalse();
            assertThat(call(model).has("clew.cancelled")).as(model).isFalse();
        }
        assertThat(statuses("throwing")).containsExactly("POST 200");
        assertThat(call("throwing").text("error.type")).isEqualTo("java.io.IOException");
    }

    @Test
    void withoutAnInterceptorThereIsNoTryBelowTheCall() {
        assertThat(tries("redirected")).isEmpty();
        // OkHttp 3 does not send a body on to elsewhere
        assertThat(call("redirected").number("http.response.status_code")).isEqualTo(alone.stdout().contains("redirected 307") ? 307 : 200);
        assertThat(tries("network")).isEmpty();
    }

    @Test
    void nothingElseIsThere() {
        // neither what an interceptor answered itself nor what was no model call, with all that is below
        assertThat(spans).hasSize(10 + 3 + 3 + 6);
    }
}
