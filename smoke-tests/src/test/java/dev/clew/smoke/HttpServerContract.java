package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is promised of requests that a server answers. A subclass is a {@code @ParameterizedClass} over {@link #runs}, which names
 * a {@code com.example.server.Server}.
 */
abstract class HttpServerContract {
    private final HttpServerRun run;

    HttpServerContract(HttpServerRun run) {
        this.run = run;
    }

    /**
     * Every version of a library that the build fetched, oldest and newest on each JDK.
     *
     * @param library folder below {@code target/libs}
     * @param server class below {@code com.example.server}
     */
    static List<HttpServerRun> runs(String library, String server) throws IOException {
        return runs(library, server, LibraryHandover.versions(library));
    }

    static List<HttpServerRun> runs(String library, String server, List<String> versions) {
        List<HttpServerRun> runs = new ArrayList<>();
        for (String version : versions) {
            boolean between = versions.indexOf(version) > 0 && versions.indexOf(version) < versions.size() - 1;
            for (Jdk jdk : between ? List.of(Jdk.RUNNING) : Jdk.all()) {
                runs.add(HttpServerRun.of(jdk, server, library + '/' + version));
            }
        }
        return runs;
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Test
    void theApplicationsSeeNoDifference() {
        assertThat(run.callingAlone.exit()).as(run.callingAlone.told()).isZero();
        assertThat(run.callingTraced.stdout()).as(run.callingTraced.told() + run.servingTraced.told())
                .isEqualTo(run.callingAlone.stdout());
        assertThat(run.servingAlone.exit()).as(run.servingAlone.told()).isZero();
        assertThat(run.servingTraced.exit()).as(run.servingTraced.told()).isZero();
        assertThat(withoutPort(run.servingTraced.stdout())).isEqualTo(withoutPort(run.servingAlone.stdout()));
    }

    private static String withoutPort(String text) {
        return text.replaceAll("\\d+", "n");
    }

    @Test
    void everyRequestIsAnswered() {
        for (String kind : List.of("here", "plain", "elsewhere", "later", "missing", "broken", "throws", "stream")) {
            assertThat(run.lines()).containsKeys('/' + kind + "/in-" + kind + "-2", '/' + kind + "/out-" + kind + "-2");
        }
        assertThat(run.lines()).containsKeys("/both/in-both-0", "/endless/in-endless", "/here/after-7");
        run.lines().forEach((path, told) -> {
            String expected = switch (kind(path)) {
                case "missing" -> "404 missing is done";
                case "broken" -> "503 broken is done";
                case "stream" -> "200 one two";
                case "endless" -> "200 t";
                case "throws" -> told;
                default -> "200 " + kind(path) + " is done";
            };
            assertThat(told).as(path).isEqualTo(expected);
        });
    }

    private static String kind(String path) {
        return path.substring(1, path.indexOf('/', 1));
    }

    private static boolean isWithin(String path) {
        return path.contains("/in-");
    }

    @Test
    void aRequestOfATracedCallerIsAChildOfTheCaller() {
        SoftAssertions softly = new SoftAssertions();
        for (String path : run.lines().keySet()) {
            if (isWithin(path)) {
                softly.assertThat(run.caller(path)).as("caller of " + path).isNotEmpty();
                softly.assertThat(run.requests(path)).as(path).extracting(Span::parent).containsExactly(run.caller(path));
            }
        }
        softly.assertAll();
    }

    @Test
    void aRequestFromOutsideIsARootWhereAnAgentWorksForIt() {
        SoftAssertions softly = new SoftAssertions();
        for (String path : run.lines().keySet()) {
            if (!isWithin(path) && !kind(path).equals("plain")) {
                softly.assertThat(run.requests(path)).as(path).extracting(Span::parent).containsExactly("");
            }
        }
        softly.assertAll();
    }

    @Test
    void aRequestFromOutsideWithoutAgentWorkLeavesNoTrace() {
        assertThat(run.lines()).containsKey("/plain/out-plain-2");
        assertThat(run.requests("/plain/out-plain-1")).isEmpty();
        assertThat(run.requests("/plain/out-plain-2")).isEmpty();
    }

    @Test
    void whatAnAgentDoesForARequestIsBelowIt() {
        SoftAssertions softly = new SoftAssertions();
        for (String path : run.lines().keySet()) {
            List<Span> calls = run.calls(path);
            softly.assertThat(calls).as("model calls for " + path).hasSize(kind(path).equals("plain") ? 0 : 1);
            for (Span call : calls) {
                softly.assertThat(run.requests(path)).as(path).extracting(Span::id).containsExactly(call.parent());
            }
        }
        softly.assertAll();
    }

    @Test
    void eachRequestEndsAsItsResponseDoes() {
        SoftAssertions softly = new SoftAssertions();
        run.lines().forEach((path, told) -> {
            for (Span span : run.requests(path)) {
                String status = span.text("http.response.status_code");
                String error = span.text("error.type");
                softly.assertThat(span.open()).as(path + " is open").isFalse();
                softly.assertThat(span.text("http.request.method")).as(path)
                        .isEqualTo(kind(path).equals("throws") ? "POST" : "GET");
                if (Character.isDigit(told.charAt(0))) {
                    softly.assertThat(told).as(path + " has status " + status).startsWith(status + (told.length() > 3 ? " " : ""));
                }
                switch (kind(path)) {
                    case "throws" -> softly.assertThat(error).as(path).isIn("500", "java.lang.IllegalStateException");
                    case "broken" -> softly.assertThat(error).as(path).isEqualTo("503");
                    // how a server takes it that the client is gone is its own matter
                    case "endless" -> softly.assertThat(status).as(path).isEqualTo("200");
                    default -> softly.assertThat(error).as(path).isEmpty();
                }
                if (kind(path).equals("stream")) {
                    softly.assertThat(run.calls(path).get(0).end()).as(path + " ends after its work").isLessThanOrEqualTo(span.end());
                }
            }
        });
        softly.assertAll();
    }

    /** The pattern that the server's application has; null for none. */
    String route() {
        return null;
    }

    @Test
    void theRouteIsTheApplicationsPattern() {
        SoftAssertions softly = new SoftAssertions();
        for (String path : run.lines().keySet()) {
            for (Span span : run.requests(path)) {
                softly.assertThat(span.text("http.route")).as(path).isEqualTo(route() == null ? "" : route());
                softly.assertThat(span.name()).as(path)
                        .isEqualTo(span.text("http.request.method") + (route() == null ? "" : ' ' + route()));
            }
        }
        softly.assertAll();
    }

    @Test
    void theAgentSaysOneLine() {
        for (ChildJvm.Result traced : List.of(run.servingTraced, run.callingTraced)) {
            assertThat(traced.stderr().lines().filter(line -> line.contains("clew")))
                    .as(traced.told()).singleElement().asString().startsWith("clew: tracing into ");
        }
    }
}
