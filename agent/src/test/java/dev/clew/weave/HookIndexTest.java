package dev.clew.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.weave.index.IndexHooks;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookIndexTest {
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void theIndexIsThatOfTheHooksAsTheyAre(@TempDir Path fresh) throws Exception {
        IndexHooks.main(new String[] {CLASSES.toString(), fresh.toString()});
        assertThat(CLASSES.resolve(HookIndex.RESOURCE))
                .as("the build step index-hooks ran after the last compilation")
                .hasSameTextualContentAs(fresh.resolve(HookIndex.RESOURCE));
        assertThat(CLASSES.resolve("dev/clew/agent/GateNames.class"))
                .hasSameBinaryContentAs(fresh.resolve("dev/clew/agent/GateNames.class"));
    }

    @Test
    void everyHookHasAdviceAndALibrary() throws Exception {
        List<HookPoint> all = read(Set.of());
        assertThat(all).hasSizeGreaterThan(8);
        assertThat(all).allSatisfy(point -> {
            assertThat(point.advice).isNotEmpty();
            assertThat(point.library).isNotBlank();
        });
    }

    @Test
    void aLibraryThatIsSwitchedOffIsLeftOut() throws Exception {
        assertThat(read(Set.of("jdk"))).noneMatch(point -> point.library.equals("jdk"));
    }

    private static List<HookPoint> read(Set<String> off) throws Exception {
        try (InputStream in = Files.newInputStream(CLASSES.resolve(HookIndex.RESOURCE))) {
            return HookIndex.read(in, off).all;
        }
    }
}
