package dev.clew.weave.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** What a plugin's package-info says in its {@code @Library}. What it does not say is empty. */
final class Declared {
    private static final List<String> TEXTS = List.of("name", "kind", "coordinates", "covers", "missing");
    private static final List<String> LISTS = List.of("versions", "operations");

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();

    /** Null where there is no {@code @Library}. */
    static Declared read(Path packageInfo) throws IOException {
        if (!Files.exists(packageInfo)) {
            return null;
        }
        Declared[] found = new Declared[1];
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                if (!descriptor.equals("Ldev/clew/hook/Library;")) {
                    return null;
                }
                found[0] = new Declared();
                return found[0].elements();
            }
        };
        new ClassReader(Files.readAllBytes(packageInfo)).accept(visitor, ClassReader.SKIP_CODE);
        return found[0];
    }

    private AnnotationVisitor elements() {
        return new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public void visit(String key, Object value) {
                texts.put(key, value.toString());
            }

            @Override
            public void visitEnum(String key, String descriptor, String value) {
                texts.put(key, value);
            }

            @Override
            public AnnotationVisitor visitArray(String key) {
                List<String> into = lists.computeIfAbsent(key, k -> new ArrayList<>());
                return new AnnotationVisitor(Opcodes.ASM9) {
                    @Override
                    public void visit(String ignored, Object value) {
                        into.add(value.toString());
                    }

                    @Override
                    public void visitEnum(String ignored, String descriptor, String value) {
                        into.add(value);
                    }
                };
            }
        };
    }

    String text(String key) {
        return texts.getOrDefault(key, "");
    }

    List<String> list(String key) {
        return lists.getOrDefault(key, List.of());
    }

    /** What must be mended in {@code folder}'s package-info; null where nothing must. */
    static String complaint(String folder, Declared library) {
        String file = "plugins/" + folder + "/package-info.java";
        if (library == null) {
            return file + " must say which library this is. Put above its package line, with\n"
                    + "    import dev.clew.hook.Library; import dev.clew.hook.Library.Kind; import dev.clew.hook.Library.Operation;\n"
                    + "below it:\n"
                    + "@Library(\n"
                    + "        name = \"as its users call it\",\n"
                    + "        kind = Kind.FRAMEWORK,\n"
                    + "        coordinates = \"group:artifact\",\n"
                    + "        versions = {\"${a property of the parent pom}\", \"${lowest version first}\"},\n"
                    + "        operations = {Operation.AGENT, Operation.CHAT},\n"
                    + "        covers = \"what comes out of it, in a sentence\",\n"
                    + "        missing = \"what someone may expect and will not find\")\n"
                    + "then bring COVERAGE.md up to date (CONTRIBUTING.md says how)";
        }
        for (String key : TEXTS) {
            if (library.text(key).isBlank()) {
                return file + ": @Library has no " + key;
            }
        }
        for (String key : LISTS) {
            if (library.list(key).isEmpty()) {
                return file + ": @Library names no " + key;
            }
        }
        for (String version : library.list("versions")) {
            boolean property = version.startsWith("${") && version.endsWith("}");
            if (!property && !(library.text("coordinates").equals("jdk") && version.matches("\\d+"))) {
                return file + ": versions = \"" + version + "\": name a property of the parent pom, \"${acme.oldest.version}\", so that"
                        + " COVERAGE.md says what is tested";
            }
        }
        return null;
    }
}
