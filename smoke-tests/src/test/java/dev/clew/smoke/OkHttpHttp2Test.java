package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.smoke.ChildJvm.Result;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** OkHttp over HTTP/2, where calls share a connection at the same time. */
@ParameterizedClass(name = "OkHttp {0}")
@MethodSource("versions")
class OkHttpHttp2Test {
    private final Result alone;
    private final Result traced;
    private final List<Span> spans;
    private final List<String> seen;

    OkHttpHttp2Test(String version) throws IOException {
        ProgramRun run = ProgramRun.of("com.example.http.OkHttpHttp2", HandoverRun.classPath("okhttp/" + version) + File.pathSeparator + server());
        this.alone = run.alone();
        this.traced = run.traced();
        this.spans = run.spans();
        this.seen = run.seen();
    }

    static List<String> versions() throws IOException {
        Clew.assumeBuilt();
        return LibraryHandover.versions("okhttp");
    }

    /** The newest Reactor Netty. */
    private static String server() throws IOException {
        List<String> versions = LibraryHandover.versions("reactor-netty-server");
        return HandoverRun.classPath("reactor-netty-server/" + versions.get(versions.size() - 1));
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

    @Test
    void theApplicationSeesNoDifference() {
        assertThat(alone.stdout()).as(alone.told()).contains("whole h2_prior_knowledge 200", "connections 1").endsWith("done\n");
        assertThat(traced.stdout()).as(traced.told()).isEqualTo(alone.stdout());
    }

    @Test
    void callsOnOneConnectionStayApart() {
        for (String model : List.of("whole", "left", "right", "inner")) {
            Span call = call(model);
            assertThat(call.text("gen_ai.output.messages")).as(model).contains('"' + model + " says yes\"");
            assertThat(call.number("gen_ai.usage.output_tokens")).as(model).isEqualTo(5);
            assertThat(call.has("gen_ai.response.time_to_first_chunk")).as(model).isTrue();
            assertThat(call.failed()).as(model).isFalse();
            assertThat(call.open()).as(model).isFalse();
        }
        Span tool = spans.stream().filter(span -> span.text("gen_ai.tool.name").equals("inner")).findFirst().orElseThrow();
        assertThat(call("inner").parent()).isEqualTo(tool.id());
    }

    @Test
    void eachCallEndsAsItDid() {
        assertThat(call("refused").text("error.type")).isEqualTo("model_not_found");
        assertThat(call("refused").number("http.response.status_code")).isEqualTo(400);
        for (String model : List.of("endless-closed", "endless-cancelled")) {
            assertThat(call(model).has("clew.cancelled")).as(model).isTrue();
            assertThat(call(model).failed()).as(model).isFalse();
        }
    }

    @Test
    void theTraceGoesOnAtTheOtherEnd() {
        assertThat(seen).hasSize(7);
        for (String line : seen) {
            String model = line.substring(0, line.indexOf(' '));
            Span call = call(model);
            assertThat(line).isEqualTo(model + " 00-" + call.json().path("traceId").asText() + '-' + call.id() + "-01");
        }
    }

    @Test
    void nothingElseIsThere() {
        // nor the server's requests, which only models' calls sent
        assertThat(spans).as(spans.toString()).hasSize(8);
    }
}
