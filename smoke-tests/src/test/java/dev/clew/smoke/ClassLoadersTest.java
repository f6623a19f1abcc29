package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.langchain4j.Sum;
import com.example.layered.Runner;
import com.example.provider.Answer;
import com.example.provider.ChatRequest;
import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import dev.clew.smoke.ChildJvm.Result;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applications that are not simply on the class path are traced the same, and can be dropped the same. */
class ClassLoadersTest {
    private static final String SUM = """
            invoke_agent Assistant
              chat scripted-1
              execute_tool add
              chat scripted-1
            """;

    @TempDir
    Path dir;

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    static Stream<Jdk> jdks() {
        return Jdk.all().stream();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void applicationOfNamedModulesIsTraced(Jdk jdk) throws Exception {
        String libraries = Demo.classPath().substring(Demo.classPath().indexOf(File.pathSeparatorChar) + 1);
        String modules = compiledModule(libraries) + File.pathSeparatorChar + libraries;
        try (ScriptedProvider provider = ScriptedProvider.start(ClassLoadersTest::clock, Faults.NONE, 0)) {
            Result result = Clew.in(ChildJvm.on(jdk), dir)
                    .module(modules, "com.example.modular/com.example.modular.Modular")
                    .args(provider.baseUrl())
                    .run();

            assertThat(result.exit()).as(result.told()).isZero();
            assertThat(result.stdout()).isEqualTo("module com.example.modular on module langchain4j\n200\nIt is noon.\n");
            assertThat(result.stderr().lines()).as(result.told()).hasSize(1);
        }
        assertThat(Pieces.traces(dir)).extracting(Pieces::shape).containsExactly("chat raw\n", """
                invoke_agent Assistant
                  chat whole
                    POST
                  execute_tool time
                  chat whole
                    POST
                """);
    }

    private static Answer clock(ChatRequest request) {
        return request.body().path("tools").isEmpty() || request.lastToolResult() != null
                ? Answer.text("It is noon.")
                : Answer.calls("I look.", new Answer.Call("time", "{}"));
    }

    private String compiledModule(String modulePath) {
        Path source = Path.of("src/test/modules/com.example.modular");
        Path out = dir.resolve("com.example.modular");
        int failed = ToolProvider.findFirst("javac").orElseThrow().run(System.err, System.err,
                "-nowarn", "-parameters", "--release", "17", "--module-path", modulePath, "-d", out.toString(),
                source.resolve("module-info.java").toString(),
                source.resolve("com/example/modular/Modular.java").toString());
        assertThat(failed).isZero();
        return out.toString();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void twoVersionsAtOnceInLoadersOfTheirOwnAreTracedAndCanBeDropped(Jdk jdk) throws Exception {
        List<String> versions = LangChain4j.versions();
        Path oldest = nested(versions.get(0));
        Path newest = nested(versions.get(versions.size() - 1));
        String[] args = {Sum.class.getName(), oldest.toString(), newest.toString()};
        String expected = "It is 3.\nIt is 3.\ngone\ngone\n";

        Result alone = ChildJvm.on(jdk).main(runner(), Runner.class.getName()).args(args).run();
        assertThat(alone.stdout()).as(alone.told()).isEqualTo(expected);

        Path traces = dir.resolve("traces");
        Result traced = Clew.in(ChildJvm.on(jdk), traces).main(runner(), Runner.class.getName()).args(args).run();
        assertThat(traced.stdout()).as(traced.told()).isEqualTo(expected);
        assertThat(traced.stderr().lines()).as(traced.told()).hasSize(1);
        List<Tree> trees = Pieces.traces(traces);
        assertThat(trees).hasSize(2).allSatisfy(tree -> {
            assertThat(Pieces.shape(tree)).isEqualTo(SUM);
            assertThat(tree.all("execute_tool").get(0).links("tool_call")).containsExactly(tree.all("chat").get(0).id());
        });
        assertThat(trees).extracting(tree -> tree.roots().get(0).text("gen_ai.input.messages"))
                .anyMatch(asked -> asked.contains(oldest.getFileName().toString()))
                .anyMatch(asked -> asked.contains(newest.getFileName().toString()));
    }

    /** The runner alone: the application is in the jars that it opens. */
    private Path runnerClasses() throws IOException {
        Path classes = dir.resolve("runner");
        for (String name : classFiles("com/example/layered")) {
            Files.createDirectories(classes.resolve(name).getParent());
            Files.copy(LangChain4j.classes().resolve(name), classes.resolve(name));
        }
        return classes;
    }

    private String runner() throws IOException {
        Path classes = dir.resolve("runner");
        return (Files.exists(classes) ? classes : runnerClasses()).toString();
    }

    private static List<String> classFiles(String folder) throws IOException {
        try (Stream<Path> files = Files.list(LangChain4j.classes().resolve(folder))) {
            return files.filter(Files::isRegularFile).map(file -> folder + '/' + file.getFileName()).sorted().toList();
        }
    }

    /** A jar with the program's classes, and the libraries as jars within. */
    private Path nested(String version) throws IOException {
        Path jar = dir.resolve("app-" + version + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.setLevel(1);
            for (String name : classFiles("com/example/langchain4j")) {
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(LangChain4j.classes().resolve(name), zip);
            }
            for (Path library : LangChain4j.jars(version)) {
                zip.putNextEntry(new ZipEntry("lib/" + library.getFileName()));
                Files.copy(library, zip);
            }
        }
        return jar;
    }
}
