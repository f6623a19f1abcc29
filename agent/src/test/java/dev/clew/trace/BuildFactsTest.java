package dev.clew.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFactsTest {
    private static final String GIT = "git.branch=main\ngit.commit.id=0123456789abcdef0123456789abcdef01234567\ngit.dirty=false\n";

    @TempDir
    Path folder;

    private String jar(String name, String... entries) throws IOException {
        Path file = folder.resolve(name);
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            texts.put(entries[i], entries[i + 1]);
        }
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file.toString();
    }

    @Test
    void aManifestNamesTheVersion() throws IOException {
        String jar = jar("app.jar", "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nImplementation-Version: 1.4.2\n");

        assertThat(BuildFacts.read(jar + " --port 80", jar)).containsExactly(Map.entry("service.version", "1.4.2"));
    }

    @Test
    void springsBuildInfoAndGitAreFoundInAnExecutableJar() throws IOException {
        String jar = jar("app.jar",
                "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nImplementation-Version: 0.0.1\n",
                "BOOT-INF/classes/git.properties", GIT,
                "BOOT-INF/classes/META-INF/build-info.properties", "build.version=2.0.0\nbuild.time=2026-11-20T10\\:00\\:00Z\n");

        assertThat(BuildFacts.read(jar, jar)).containsOnly(
                Map.entry("service.version", "2.0.0"),
                Map.entry("vcs.ref.head.revision", "0123456789abcdef0123456789abcdef01234567"),
                Map.entry("vcs.ref.head.name", "main"),
                Map.entry("clew.build.time", "2026-11-20T10:00:00Z"));
    }

    @Test
    void anApplicationThatIsRunFromItsClassesIsFoundToo() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Files.writeString(classes.resolve("git.properties"), GIT.replace("dirty=false", "dirty=true"));

        assertThat(BuildFacts.read("com.example.Main", classes.toString()))
                .containsEntry("vcs.ref.head.revision", "0123456789abcdef0123456789abcdef01234567-dirty");
    }

    @Test
    void aLibrarysManifestIsNotTheApplications() throws IOException {
        String library = jar("lib.jar", "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nImplementation-Version: 9.9\n", "git.properties", GIT);
        String own = jar("own.jar", "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nImplementation-Version: 1.0\n", "com/example/Main.class", "x");

        assertThat(BuildFacts.read("com.example.Main a b", library + File.pathSeparator + own))
                .containsExactly(Map.entry("service.version", "1.0"));
    }

    @Test
    void whatIsNoJarOrSaysNothingIsNoTrouble() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no zip");
        String unfiltered = jar("u.jar", "git.properties", "git.commit.id=${git.commit.id}\nbad=\\u12\n");

        assertThat(BuildFacts.read(broken.toString(), broken.toString())).isEmpty();
        assertThat(BuildFacts.read(unfiltered, unfiltered)).isEmpty();
        assertThat(BuildFacts.read(null, null)).isEmpty();
        assertThat(BuildFacts.read("/no/such.jar", "/no/such.jar")).isEmpty();
    }
}
