package dev.clew.smoke;

import com.example.measure.ClockProvider;
import com.example.provider.Answer;
import com.example.provider.ChatRequest;
import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import dev.clew.smoke.ChildJvm.Result;
import dev.clew.smoke.ChildJvm.Running;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * {@code com.example.boot.ChatApplication} on one version of Spring Boot, with Spring MVC as a fat jar or with WebFlux from a class
 * path; the same requests with the agent and without: once for all tests.
 */
final class SpringBootRun {
    static final String CALLER_TRACE = "0af7651916cd43dd8448eb211c80319c";
    static final String CALLER_SPAN = "b7ad6b7169203331";
    static final int AT_ONCE = 3;

    private static final String MAIN = "com.example.boot.ChatApplication";
    private static final Map<String, SpringBootRun> RUNS = new ConcurrentHashMap<>();
    private static final Map<String, Told> ALONE = new ConcurrentHashMap<>();
    private static final Map<String, Path> JARS = new ConcurrentHashMap<>();

    private final String name;
    final boolean mvc;
    final Told alone;
    final Told traced;
    private final List<Tree> trees;

    /** What came of one run: the responses by path, and what the application printed. */
    record Told(Map<String, String> responses, Result result) {}

    private SpringBootRun(String name, boolean mvc, Told alone, Told traced, List<Tree> trees) {
        this.name = name;
        this.mvc = mvc;
        this.alone = alone;
        this.traced = traced;
        this.trees = trees;
    }

    /** @param library {@code boot-mvc} or {@code boot-webflux}, folder below {@code target/libs} */
    static SpringBootRun of(String library, String version, Jdk jdk) {
        return RUNS.computeIfAbsent(library + ' ' + version + ", " + jdk, name -> {
            boolean mvc = library.equals("boot-mvc");
            try {
                Path target = target();
                Path libs = target.resolve("libs").resolve(library).resolve(version);
                // what it does without the agent hangs on no JDK
                Told alone = ALONE.computeIfAbsent(library + version, key -> run(jdk, libs, mvc, null));
                Path traces = Files.createTempDirectory(target, library + '-');
                Told traced = run(jdk, libs, mvc, traces);
                return new SpringBootRun(name, mvc, alone, traced, Pieces.traces(traces));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Path target() {
        return Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();
    }

    private static List<Path> jars(Path libs) throws IOException {
        try (Stream<Path> jars = Files.list(libs)) {
            return jars.sorted().toList();
        }
    }

    private static Path fatJar(Path libs) {
        return JARS.computeIfAbsent(libs.toString(), key -> {
            try {
                Path jar = target().resolve("boot-chat-" + libs.getFileName() + ".jar");
                return BootFatJar.build(jar, target().resolve("test-classes"), "com/example/boot", jars(libs), MAIN);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The application and nothing else of the tests. */
    private static String classPath(Path libs) throws IOException {
        StringBuilder path = new StringBuilder(target().resolve("test-classes").toString());
        for (Path jar : jars(libs)) {
            path.append(File.pathSeparatorChar).append(jar);
        }
        return path.toString();
    }

    private static Told run(Jdk jdk, Path libs, boolean mvc, Path traces) {
        try (ScriptedProvider provider = ScriptedProvider.start(new Model(), Faults.NONE, 0)) {
            ChildJvm jvm = ChildJvm.on(jdk)
                    .jvm("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m")
                    // two seconds of waiting for late comers
                    .jvm("-Dreactor.netty.ioShutdownQuietPeriod=0");
            jvm = mvc ? jvm.jar(fatJar(libs)) : jvm.main(classPath(libs), MAIN);
            // Spring AI 1 adds the version's path itself
            String base = provider.baseUrl();
            boolean one = Files.exists(libs.resolve("spring-ai-retry-1.1.2.jar"));
            jvm.args("--spring.ai.openai.base-url=" + (one ? base.replace("/v1", "") : base));
            try (Running running = (traces == null ? jvm : Clew.in(jvm, traces)).start()) {
                running.awaitStdout("ready on port ");
                running.awaitStdout(".\n");
                String said = new String(running.stdoutSoFar(), StandardCharsets.UTF_8);
                Map<String, String> responses = new Requests(said.replaceAll("(?s).*port (\\d+)\\..*", "$1"), running).send();
                running.endInput();
                return new Told(responses, running.await());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The model: asks for the time; those of requests at once when all of them are here; or has no end. */
    private static final class Model implements com.example.provider.Script {
        private final CyclicBarrier all = new CyclicBarrier(AT_ONCE);

        @Override
        public Answer answer(ChatRequest request) {
            String asked = request.body().path("messages").toString();
            if (asked.contains("endless")) {
                return Answer.endless("tick");
            }
            if (asked.contains("at-once")) {
                try {
                    all.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                    throw new IllegalStateException(e);
                }
            }
            return ClockProvider.answer(request);
        }
    }

    /** Who calls the application. */
    private static final class Requests {
        private HttpClient client = client();
        private final Map<String, String> told = new TreeMap<>();
        private final String base;
        private final Running application;

        Requests(String port, Running application) {
            this.base = "http://127.0.0.1:" + port;
            this.application = application;
        }

        private static HttpClient client() {
            return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        }

        Map<String, String> send() throws IOException, InterruptedException {
            for (String kind : List.of("chat", "stream", "plain", "broken")) {
                // from outside, from a traced caller, and on a connection that both have used
                tell('/' + kind + "/out-1");
                tell('/' + kind + "/in-1");
                tell('/' + kind + "/out-2");
            }
            tell("/missing/in-1");
            // with or without the agent, Reactor Netty's server now and then leaves the request unread that follows a 404 on its connection
            client = client();
            for (String kind : List.of("chat", "stream")) {
                List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
                for (int i = 1; i <= AT_ONCE; i++) {
                    all.add(client.sendAsync(request('/' + kind + "/at-once-" + i), BodyHandlers.ofString()));
                }
                for (int i = 1; i <= AT_ONCE; i++) {
                    String path = '/' + kind + "/at-once-" + i;
                    told.put(path, await(path, all.get(i - 1)));
                }
            }
            goAway("/stream/endless-1");
            tell("/chat/out-after");
            return told;
        }

        private HttpRequest request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
            if (path.contains("/in-")) {
                request.header("traceparent", "00-" + CALLER_TRACE + '-' + CALLER_SPAN + "-01").header("tracestate", "clew=1");
            }
            return request.build();
        }

        private void tell(String path) throws IOException, InterruptedException {
            told.put(path, await(path, client.sendAsync(request(path), BodyHandlers.ofString())));
        }

        /** A request without an answer tells where the application stands. */
        private String await(String path, CompletableFuture<HttpResponse<String>> response) throws IOException, InterruptedException {
            try {
                return told(response.get());
            } catch (ExecutionException e) {
                throw new AssertionError(path + ": " + e.getCause() + '\n' + application.dump(), e.getCause());
            }
        }

        /** An error's page has its time in it. */
        private static String told(HttpResponse<String> response) {
            return response.statusCode() + (response.statusCode() == 200 ? ' ' + response.body() : "");
        }

        private void goAway(String path) throws IOException, InterruptedException {
            HttpResponse<InputStream> response = client.send(request(path), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                told.put(path, response.statusCode() + " " + new String(body.readNBytes("data:tick".length()), StandardCharsets.US_ASCII));
            }
            application.awaitStdout("endless-1 ");
        }
    }

    /** The tree of a path's request; null where it left none. */
    Tree tree(String path) {
        for (Tree tree : trees) {
            if (request(tree, path) != null) {
                return tree;
            }
        }
        return null;
    }

    /** The server's span of a path within its tree. */
    static Span request(Tree tree, String path) {
        for (Span span : tree.spans()) {
            if (span.kind().equals("SERVER") && span.text("url.path").equals(path)) {
                return span;
            }
        }
        return null;
    }

    List<Tree> trees() {
        return trees;
    }

    @Override
    public String toString() {
        return name;
    }
}
