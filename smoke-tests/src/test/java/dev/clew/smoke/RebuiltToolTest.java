package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A tool's class is built twice, with another constant: what the model is told is the same, what runs is not. The first build runs on
 * two JDKs.
 */
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"oldest langchain4j", "newest langchain4j", "oldest spring-ai", "newest spring-ai"})
class RebuiltToolTest {
    private static final String TOOL = "com.example.built.Rates";

    private static final Map<String, Path> FOLDERS = new ConcurrentHashMap<>();

    private final Path folder;

    RebuiltToolTest(String framework) {
        folder = FOLDERS.computeIfAbsent(framework, RebuiltToolTest::bothBuildsRun);
    }

    private static Path bothBuildsRun(String framework) {
        try {
            return new Builds(framework.endsWith("spring-ai"), framework.startsWith("oldest")).folder;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    /** Both builds of the tool, and the runs with them. */
    private static final class Builds {
        private final boolean spring;
        private final Path folder;
        private final String classPath;

        private Builds(boolean spring, boolean oldest) throws IOException, InterruptedException {
            this.spring = spring;
            List<String> versions = spring ? SpringAi.versions() : LangChain4j.versions();
            String version = versions.get(oldest ? 0 : versions.size() - 1);
            classPath = spring ? SpringAi.classPath("spring-ai", version) : LangChain4j.classPath(version);
            folder = Files.createTempDirectory(Path.of(System.getProperty("smoke.target", "target")), "rebuilt-").toAbsolutePath();
            Path first = built("1.1");
            Path second = built("1.2");
            run(Jdk.all().get(0), first);
            run(Jdk.all().get(Jdk.all().size() - 1), first);
            run(Jdk.all().get(0), second);
        }

        private Path built(String rate) throws IOException {
            String annotation = spring
                    ? "@org.springframework.ai.tool.annotation.Tool(description = \"The rate of a currency\")"
                    : "@dev.langchain4j.agent.tool.Tool(\"The rate of a currency\")";
            Path source = Files.createDirectories(folder.resolve("source-" + rate)).resolve("Rates.java");
            Files.writeString(source, "package com.example.built; public class Rates { " + annotation
                    + " public double rate(String currency) { return " + rate + "; } }");
            Path classes = Files.createDirectories(folder.resolve("classes-" + rate));
            int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null,
                    "--release", "17", "-parameters", "-proc:none", "-cp", classPath, "-d", classes.toString(), source.toString());
            assertThat(exit).isZero();
            return classes;
        }

        private void run(Jdk jdk, Path tool) throws IOException, InterruptedException {
            String main = "com.example." + (spring ? "springai" : "langchain4j") + ".Rebuilt";
            ChildJvm.Result ran = Clew.in(ChildJvm.on(jdk).jvm("-XX:TieredStopAtLevel=1"), folder)
                    .main(tool + File.pathSeparator + classPath, main).run();
            assertThat(ran.exit()).as(ran.told()).isZero();
            assertThat(ran.stdout().lines()).containsExactly("fine", "fine");
        }
    }

    private String stamps(String... more) throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(List.of("stamps", "--dir", folder.toString()));
        args.addAll(List.of(more));
        ChildJvm.Result told = Clew.command(Jdk.RUNNING, args.toArray(new String[0]));
        assertThat(told.exit()).as(told.told()).isZero();
        return told.stdout();
    }

    @Test
    void stampsNameTheClassAsTheChange() throws Exception {
        assertThat(stamps()).containsOnlyOnce("  class     other code in " + TOOL + "\n").doesNotContain("  prompt  ", "  tools  ");
        JsonNode revisions = new ObjectMapper().readTree(stamps("--json")).path("agents").get(0).path("revisions");
        assertThat(revisions).as("one a build, whatever the JDK, and whether or not the tool was called").hasSize(2);
        assertThat(revisions.get(0).path("runs").asInt()).isEqualTo(4);
        assertThat(revisions.get(1).path("runs").asInt()).isEqualTo(2);
        assertThat(revisions.get(1).path("changes")).singleElement()
                .satisfies(change -> assertThat(change.path("what").asText()).isEqualTo("class " + TOOL));
    }

    @Test
    void theHashIsThatOfTheClassFile() throws Exception {
        byte[] file = Files.readAllBytes(folder.resolve("classes-1.2/com/example/built/Rates.class"));
        String hash = java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(file));
        JsonNode revisions = new ObjectMapper().readTree(stamps("--json")).path("agents").get(0).path("revisions");
        assertThat(revisions.get(1).path("changes").get(0).path("to").asText()).isEqualTo(hash);
    }
}
