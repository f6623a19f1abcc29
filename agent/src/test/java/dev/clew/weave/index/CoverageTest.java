package dev.clew.weave.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** The document of what is covered, and what a plugin must declare for it. */
class CoverageTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path POM = Path.of("../pom.xml");
    private static final Path DOCUMENT = Path.of("../COVERAGE.md");

    @Test
    void theDocumentSaysWhatTheHooksAre() throws Exception {
        String fresh = Coverage.of(CLASSES, POM);
        if (Boolean.getBoolean("coverage.write")) {
            Files.writeString(DOCUMENT, fresh);
        }
        assertThat(DOCUMENT)
                .as("COVERAGE.md is stale; bring it up to date with\n    " + Coverage.REGENERATE + "\n")
                .hasContent(fresh);
    }

    @Test
    void aPluginWithoutADeclarationIsToldWhatToAdd(@TempDir Path classes) throws Exception {
        hook(classes, "Client");
        hook(classes, "Other");
        assertThat(complaints(classes)).singleElement().asString()
                .contains("plugins/acme/package-info.java must say which library this is", "@Library(", "versions = ", "missing = ");
    }

    @Test
    void aDeclarationThatLeavesSomethingOutIsRefused(@TempDir Path classes) throws Exception {
        hook(classes, "Client");
        declare(classes, "${acme.version}", " ");
        assertThat(complaints(classes)).containsExactly("plugins/acme/package-info.java: @Library has no missing");
    }

    @Test
    void aVersionThatIsWrittenOutIsRefused(@TempDir Path classes) throws Exception {
        hook(classes, "Client");
        declare(classes, "1.0.0", "much");
        assertThat(complaints(classes)).singleElement().asString().contains("\"1.0.0\"", "a property of the parent pom");
    }

    @Test
    void aVersionThatThePomDoesNotKnowIsRefused(@TempDir Path classes) throws Exception {
        hook(classes, "Client");
        declare(classes, "${acme.version}", "much");
        assertThat(complaints(classes)).isEmpty();
        assertThatThrownBy(() -> Coverage.of(classes, POM))
                .hasMessage("@Library of acme names ${acme.version}, which is no property of the parent pom");
    }

    private static List<String> complaints(Path classes) throws Exception {
        List<String> complaints = new ArrayList<>();
        IndexHooks.read(classes, complaints);
        return complaints;
    }

    private static void hook(Path classes, String name) throws Exception {
        ClassWriter hook = new ClassWriter(0);
        hook.visit(Opcodes.V17, 0, "dev/clew/plugins/acme/" + name + "Hook", null, "java/lang/Object", null);
        AnnotationVisitor annotation = hook.visitAnnotation("Ldev/clew/hook/Hook;", false);
        annotation.visit("type", "com.acme.Client");
        AnnotationVisitor methods = annotation.visitArray("method");
        methods.visit(null, "ask");
        methods.visitEnd();
        annotation.visitEnd();
        var enter = hook.visitMethod(Opcodes.ACC_STATIC, "enter", "()Ljava/lang/Object;", null, null);
        enter.visitAnnotation("Ldev/clew/hook/Enter;", false).visitEnd();
        enter.visitEnd();
        hook.visitEnd();
        write(classes, "acme/" + name + "Hook.class", hook);
    }

    private static void declare(Path classes, String version, String missing) throws Exception {
        ClassWriter info = new ClassWriter(0);
        int access = Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_SYNTHETIC;
        info.visit(Opcodes.V17, access, "dev/clew/plugins/acme/package-info", null, "java/lang/Object", null);
        AnnotationVisitor library = info.visitAnnotation("Ldev/clew/hook/Library;", false);
        library.visit("name", "acme");
        library.visitEnum("kind", "Ldev/clew/hook/Library$Kind;", "SDK");
        library.visit("coordinates", "com.acme:acme");
        AnnotationVisitor versions = library.visitArray("versions");
        versions.visit(null, version);
        versions.visitEnd();
        AnnotationVisitor operations = library.visitArray("operations");
        operations.visitEnum(null, "Ldev/clew/hook/Library$Operation;", "CHAT");
        operations.visitEnd();
        library.visit("covers", "all");
        library.visit("missing", missing);
        library.visitEnd();
        info.visitEnd();
        write(classes, "acme/package-info.class", info);
    }

    private static void write(Path classes, String file, ClassWriter content) throws Exception {
        Path path = classes.resolve("dev/clew/plugins").resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, content.toByteArray());
    }
}
