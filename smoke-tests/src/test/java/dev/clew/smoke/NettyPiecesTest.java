package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.smoke.ChildJvm.Result;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What can become of a connection to a pipeline of an application's own. */
@ParameterizedClass(name = "Netty {0}")
@MethodSource("versions")
class NettyPiecesTest {
    private final Result alone;
    private final Result traced;
    private final List<Span> spans;

    NettyPiecesTest(String version) throws IOException {
        ProgramRun run = ProgramRun.of("com.example.server.NettyPieces", HandoverRun.classPath("netty/" + version));
        this.alone = run.alone();
        this.traced = run.traced();
        this.spans = run.spans();
    }

    static List<String> versions() throws IOException {
        Clew.assumeBuilt();
        return LibraryHandover.versions("netty");
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    private Span request(String name) {
        List<Span> found = spans.stream()
                .filter(span -> span.kind().equals("SERVER") && span.text("url.path").endsWith('/' + name))
                .toList();
        assertThat(found).as(name + "\n" + traced.told()).hasSize(1);
        return found.get(0);
    }

    private void isOfItsTrace(Span request) {
        String path = request.text("url.path");
        assertThat(request.parent()).as(path)
                .isEqualTo("%016x".formatted(path.substring(path.lastIndexOf('/') + 1).hashCode() & 0xffffffffL));
        assertThat(request.open()).as(path).isFalse();
    }

    private List<String> callsOf(Span request) {
        return spans.stream()
                .filter(span -> span.parent().equals(request.id()))
                .map(span -> span.text("gen_ai.input.messages").replaceAll(".*mark ([^.]*)\\..*", "$1"))
                .toList();
    }

    @Test
    void theApplicationSeesNoDifference() {
        assertThat(alone.stdout()).as(alone.told()).endsWith("done\n");
        assertThat(traced.stdout()).as(traced.told()).isEqualTo(alone.stdout());
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() {
        for (int i = 1; i <= 3; i++) {
            Span request = request("pipelined" + i);
            isOfItsTrace(request);
            assertThat(callsOf(request)).containsExactly("pipelined" + i);
            assertThat(request.number("http.response.status_code")).isEqualTo(200 + i);
        }
    }

    @Test
    void eachPieceIsHandledForItsRequest() {
        Span request = request("slow");
        isOfItsTrace(request);
        assertThat(callsOf(request)).startsWith("slow-0", "slow-1", "slow-2").contains("slow");
    }

    @Test
    void aConnectionsNextRequestIsItsOwn() {
        for (String name : List.of("kept1", "kept2", "continued", "after")) {
            isOfItsTrace(request(name));
            assertThat(callsOf(request(name))).containsExactly(name);
        }
        // of no trace, and within the application's own client: a root each, for the model call
        for (String name : List.of("alone", "client")) {
            assertThat(request(name).parent()).isEmpty();
            assertThat(callsOf(request(name))).containsExactly(name);
        }
    }

    @Test
    void anInterimResponseIsNotTheAnswer() {
        assertThat(alone.stdout()).contains("interim HTTP/1.1 100 Continue");
        assertThat(request("continued").number("http.response.status_code")).isEqualTo(200);
        assertThat(request("after").number("http.response.status_code")).isEqualTo(200);
    }

    @Test
    void aRequestEndsWithItsConnection() {
        Span died = request("early");
        isOfItsTrace(died);
        assertThat(died.text("error.type")).isEqualTo("java.lang.IllegalStateException");
        Span unanswered = request("answered");
        isOfItsTrace(unanswered);
        assertThat(unanswered.has("http.response.status_code")).isFalse();
        assertThat(callsOf(unanswered)).containsExactly("answered");
    }

    @Test
    void nothingElseIsThere() {
        assertThat(spans.stream().filter(span -> span.kind().equals("SERVER"))).hasSize(12);
    }
}
