package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Web applications as most people build them: Spring Boot 3 with Spring AI 1, Spring Boot 4 with Spring AI 2; Spring MVC on Tomcat,
 * WebFlux on Reactor Netty.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class SpringBootWebTest {
    private final SpringBootRun run;

    SpringBootWebTest(SpringBootRun run) {
        this.run = run;
    }

    /** Each version on the oldest and the newest JDK: with Spring MVC on the one, with WebFlux on the other. */
    static List<SpringBootRun> all() throws IOException {
        List<SpringBootRun> runs = new ArrayList<>();
        List<Jdk> jdks = new ArrayList<>(List.of(Jdk.all().get(0), Jdk.all().get(Jdk.all().size() - 1)));
        for (String library : List.of("boot-mvc", "boot-webflux")) {
            List<String> versions = LibraryHandover.versions(library);
            for (int i = 0; i < versions.size(); i++) {
                runs.add(SpringBootRun.of(library, versions.get(i), jdks.get(i % jdks.size())));
            }
            Collections.reverse(jdks);
        }
        return runs;
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    /** The request and all below it, without the attempts over HTTP. */
    private String shape(String path) {
        Tree tree = run.tree(path);
        assertThat(tree).as(path + "\n" + run.traced.result().told()).isNotNull();
        Span request = SpringBootRun.request(tree, path);
        Tree below = new Tree(tree.traceId(), below(tree, request));
        assertThat(below.http()).filteredOn(span -> span.kind().equals("CLIENT"))
                .as(path).allSatisfy(span -> assertThat(below.byId(span.parent()).is("chat")).isTrue());
        return Pieces.shape(below).replaceAll("(?m)^ *POST.*\n", "");
    }

    private static List<Span> below(Tree tree, Span top) {
        List<Span> found = new ArrayList<>(List.of(top));
        for (Span span : tree.spans()) {
            if (span.parent().equals(top.id())) {
                found.addAll(below(tree, span));
            }
        }
        return found;
    }

    private static String agentBelow(String request) {
        return request + """

                  invoke_agent
                    chat gpt-4o-mini
                    execute_tool time
                    chat gpt-4o-mini
                """;
    }

    @Test
    void theApplicationAnswersTheSameWithAndWithout() {
        assertThat(run.traced.responses()).isEqualTo(run.alone.responses());
        assertThat(run.alone.responses()).containsEntry("/chat/out-1", "200 It is noon.").containsEntry("/plain/in-1", "200 in-1")
                .containsEntry("/broken/in-1", "500").containsEntry("/missing/in-1", "404");
        assertThat(run.alone.responses().get("/stream/out-1").replaceAll("data:|\n", "")).isEqualTo("200 I look.It is noon.");
        assertThat(run.alone.result().exit()).as(run.alone.result().told()).isZero();
        assertThat(run.traced.result().exit()).as(run.traced.result().told()).isZero();
        assertThat(withoutPort(run.traced.result().stdout())).isEqualTo(withoutPort(run.alone.result().stdout()));
    }

    private static String withoutPort(String text) {
        return text.replaceAll("port \\d+", "port");
    }

    @Test
    void theAgentSaysOneLine() {
        assertThat(run.traced.result().stderr().lines().filter(line -> line.contains("clew")))
                .as(run.traced.result().told()).singleElement().asString().startsWith("clew: tracing into ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "stream"})
    void requestAgentToolAndModelCallsAreOneTree(String kind) {
        for (String id : List.of("out-1", "in-1", "out-2")) {
            String path = '/' + kind + '/' + id;
            assertThat(shape(path)).isEqualTo(agentBelow("GET /" + kind + "/{id}"));
            assertThat(run.tree(path).http()).as("the request and two tries").hasSizeGreaterThanOrEqualTo(3);
        }
        assertThat(shape("/chat/out-after")).as("after a client went away").isEqualTo(agentBelow("GET /chat/{id}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "stream"})
    void requestsAtOnceAreTreesOfTheirOwn(String kind) {
        for (int i = 1; i <= SpringBootRun.AT_ONCE; i++) {
            String path = '/' + kind + "/at-once-" + i;
            assertThat(shape(path)).isEqualTo(agentBelow("GET /" + kind + "/{id}"));
            assertThat(run.tree(path).all("chat")).hasSize(2).allSatisfy(chat ->
                    assertThat(chat.text("gen_ai.input.messages")).contains(path.substring(path.lastIndexOf('/') + 1) + '?'));
        }
    }

    @Test
    void aRequestOfATracedCallerGoesOnInItsTrace() {
        for (String path : List.of("/chat/in-1", "/stream/in-1", "/plain/in-1", "/broken/in-1", "/missing/in-1")) {
            Tree tree = run.tree(path);
            assertThat(tree).as(path).isNotNull();
            assertThat(tree.traceId()).as(path).isEqualTo(SpringBootRun.CALLER_TRACE);
            assertThat(SpringBootRun.request(tree, path).parent()).as(path).isEqualTo(SpringBootRun.CALLER_SPAN);
        }
    }

    @Test
    void aRequestFromOutsideIsARootWhereAnAgentWorksAndNothingWhereNoneDoes() {
        for (String path : List.of("/chat/out-1", "/stream/out-1", "/broken/out-1", "/chat/out-2", "/stream/at-once-1")) {
            assertThat(SpringBootRun.request(run.tree(path), path).parent()).as(path).isEmpty();
        }
        assertThat(run.tree("/plain/out-1")).isNull();
        assertThat(run.tree("/plain/out-2")).isNull();
    }

    @Test
    void theRouteIsTheControllersPatternAlsoWhereItFailed() {
        for (String kind : List.of("chat", "stream", "plain", "broken")) {
            String path = '/' + kind + "/in-1";
            Span request = SpringBootRun.request(run.tree(path), path);
            assertThat(request.text("http.route")).isEqualTo('/' + kind + "/{id}");
            assertThat(request.name()).isEqualTo("GET /" + kind + "/{id}");
        }
    }

    @Test
    void anErrorInAControllerIsTheRequestsErrorAndNobodyElses() {
        for (String path : List.of("/broken/out-1", "/broken/in-1")) {
            Span request = SpringBootRun.request(run.tree(path), path);
            assertThat(request.text("http.response.status_code")).isEqualTo("500");
            assertThat(request.text("error.type")).isIn("500", "java.lang.IllegalStateException");
            assertThat(shape(path)).isEqualTo(agentBelow("GET /broken/{id} ERROR " + request.text("error.type")));
        }
    }

    @Test
    void aClientThatGoesAwayEndsTheWorkForIt() {
        // Spring's WebClient over the JDK's client never lets that connection go: its try is open to the end
        String path = "/stream/endless-1";
        assertThat(run.traced.result().stdout()).contains("endless-1 cancel.");
        assertThat(shape(path).replaceFirst("(?m) ERROR .*$", ""))
                .isEqualTo("GET /stream/{id}\n  invoke_agent cancelled\n    chat gpt-4o-mini cancelled\n");
        // how a server takes it that the client is gone is its own matter: Tomcat says 500, whatever it had sent
        assertThat(SpringBootRun.request(run.tree(path), path).text("http.response.status_code")).isEqualTo(run.mvc ? "500" : "200");
    }

    @Test
    void aRequestEndsAfterTheAgentThatWorksForIt() {
        for (Tree tree : run.trees()) {
            for (Span span : tree.spans()) {
                Span request = tree.byId(span.parent());
                // who is gone waits for nobody
                if (span.is("invoke_agent") && !span.has("clew.cancelled")) {
                    assertThat(request.end()).as(request.text("url.path")).isGreaterThanOrEqualTo(span.end());
                }
            }
        }
    }

    @Test
    void nothingIsAnOrphan() {
        for (Tree tree : run.trees()) {
            assertThat(tree.roots()).as(Pieces.shape(tree)).allSatisfy(root -> assertThat(root.kind()).isEqualTo("SERVER"));
        }
    }
}
