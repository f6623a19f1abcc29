package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.apart.WhatISee;
import com.example.provider.Answer;
import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import dev.clew.smoke.ChildJvm.Result;
import java.io.DataInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar as shipped: what is in it, and how little of it an application can see. */
class JarLayoutTest {
    /** The JVM itself puts the jar on the class path: this is all that an application can meet there. */
    private static final List<String> TOP = List.of(
            "META-INF/MANIFEST.MF",
            "clew/inner",
            "clew/LICENSE",
            "clew/THIRD-PARTY-LICENSES",
            "dev/clew/agent/Agent.class",
            "dev/clew/agent/AgentLoader$FromHere.class",
            "dev/clew/agent/AgentLoader$Handler$1.class",
            "dev/clew/agent/AgentLoader$Handler.class",
            "dev/clew/agent/AgentLoader.class",
            "dev/clew/agent/Gate.class",
            "dev/clew/agent/GateNames.class",
            "dev/clew/agent/Stderr.class",
            "dev/clew/agent/Supers.class");

    @TempDir
    Path dir;

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    static Stream<Jdk> jdks() {
        return Jdk.all().stream();
    }

    @Test
    void oneFileOfLessThanTenMegabytesWithTheLauncherOnTop() throws Exception {
        assertThat(Files.size(Clew.JAR)).isLessThan(10L * 1000 * 1000);
        try (JarFile jar = new JarFile(Clew.JAR.toFile())) {
            assertThat(Collections.list(jar.entries())).extracting(ZipEntry::getName).containsExactlyElementsOf(TOP);
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.keySet()).extracting(Object::toString)
                    .doesNotContain("Class-Path", "Boot-Class-Path", "Automatic-Module-Name", "Multi-Release");
        }
    }

    @Test
    void eachLibraryThatIsShippedHasItsLicence() throws Exception {
        try (JarFile jar = new JarFile(Clew.JAR.toFile())) {
            String licences = new String(jar.getInputStream(jar.getEntry("clew/THIRD-PARTY-LICENSES")).readAllBytes());
            assertThat(licences).contains("==== asm-", "==== byte-buddy-agent-", "==== jackson-core-", "==== jackson-databind-");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void anApplicationSeesNothingOfTheAgentButItsLauncher(Jdk jdk) throws Exception {
        List<String> names = inner();
        assertThat(names).contains(
                "dev/clew/trace/TraceCore.class",
                "dev/clew/plugins/jdk/package-info.class",
                "io/opentelemetry/api/trace/Span.class",
                "com/fasterxml/jackson/core/JsonFactory.class",
                "com/fasterxml/jackson/databind/ObjectMapper.class",
                "org/objectweb/asm/ClassReader.class",
                "picocli/CommandLine.class");
        Path list = Files.write(dir.resolve("names"), names);
        String classPath = Path.of(WhatISee.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        try (ScriptedProvider provider = ScriptedProvider.start(request -> Answer.text("hello"), Faults.NONE, 0)) {
            String[] args = {provider.baseUrl(), list.toString()};
            Result traced = Clew.in(ChildJvm.on(jdk), dir.resolve("traces")).main(classPath, WhatISee.class.getName()).args(args).run();
            assertThat(traced.exit()).as(traced.told()).isZero();
            assertThat(Clew.traceIds(dir.resolve("traces"))).as("it was at work").hasSize(1);

            Result alone = ChildJvm.on(jdk).main(classPath, WhatISee.class.getName()).args(args).run();
            List<String> more = new ArrayList<>(traced.stdout().lines().toList());
            more.removeAll(alone.stdout().lines().toList());
            assertThat(more).as(traced.told()).allMatch(line -> isTheLinker(line) || isOfTheLauncher(line));
        }
    }

    /** The one class in the boot loader. */
    private static boolean isTheLinker(String line) {
        return line.endsWith(" class java/lang/ClewLinker.class");
    }

    private static boolean isOfTheLauncher(String line) {
        return TOP.contains(line.split(" ")[2]) && !line.startsWith("platform") && !line.startsWith("boot");
    }

    /** The names of all files that only the agent's own loader can read. */
    private static List<String> inner() throws Exception {
        List<String> names = new ArrayList<>();
        try (JarFile jar = new JarFile(Clew.JAR.toFile());
                DataInputStream in = new DataInputStream(jar.getInputStream(jar.getEntry("clew/inner")))) {
            for (int left = in.readInt(); left > 0; left--) {
                names.add(in.readUTF());
                in.skipNBytes(12);
            }
        }
        return names;
    }
}
