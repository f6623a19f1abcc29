package dev.clew.weave.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Build step: reads every class of {@code dev.clew.plugins}, checks the hooks among them and writes what the agent needs to
 * know before it may load any of them.
 *
 * <ul>
 *   <li>{@code dev/clew/weave/hooks.index}: the hooks, for the Weaver;
 *   <li>{@code dev.clew.agent.GateNames}: a class with two constants, for the Gate; a resource would cost the start of every
 *       JVM the opening of a jar.
 * </ul>
 *
 * A hook that could not work fails the build with a sentence that says what to mend.
 */
public final class IndexHooks {
    private IndexHooks() {}

    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        Path out = args.length > 1 ? Path.of(args[1]) : classes;
        List<String> complaints = new ArrayList<>();
        List<HookClass> hooks = read(classes, complaints);
        if (!complaints.isEmpty()) {
            for (String complaint : complaints) {
                System.err.println("[hooks] " + complaint);
            }
            System.exit(1);
        }
        write(out.resolve("dev/clew/weave/hooks.index"), index(hooks).getBytes(StandardCharsets.UTF_8));
        write(out.resolve("dev/clew/agent/GateNames.class"), gateNames(hooks));
        System.err.println("[hooks] " + hooks.size() + " hooks indexed");
    }

    static List<HookClass> read(Path classes, List<String> complaints) throws IOException {
        List<HookClass> hooks = new ArrayList<>();
        Path plugins = classes.resolve("dev/clew/plugins");
        if (!Files.isDirectory(plugins)) {
            return hooks;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(plugins)) {
            files = walk.filter(p -> p.toString().endsWith(".class")).sorted().toList();
        }
        Map<String, Declared> libraries = new HashMap<>();
        for (Path file : files) {
            HookClass hook = HookClass.read(Files.readAllBytes(file));
            if (hook.type == null) {
                continue;
            }
            hook.library = library(file.getParent(), libraries, complaints);
            hook.check(complaints);
            hooks.add(hook);
        }
        return hooks;
    }

    /** Null, and a complaint once a plugin, where it does not say all that is wanted. */
    private static Declared library(Path folder, Map<String, Declared> known, List<String> complaints) throws IOException {
        String name = folder.getFileName().toString();
        if (!known.containsKey(name)) {
            Declared library = Declared.read(folder.resolve("package-info.class"));
            String complaint = Declared.complaint(name, library);
            if (complaint != null) {
                complaints.add(complaint);
            }
            known.put(name, library);
        }
        return known.get(name);
    }

    static String index(List<HookClass> hooks) {
        StringBuilder out = new StringBuilder();
        for (HookClass hook : hooks) {
            hook.write(out);
        }
        return out.toString();
    }

    private static byte[] gateNames(List<HookClass> hooks) {
        TreeSet<String> wake = new TreeSet<>();
        TreeSet<String> supers = new TreeSet<>();
        for (HookClass hook : hooks) {
            if (!hook.wake.equals("NOTHING")) {
                wake.add(hook.type);
                if (hook.subtypes) {
                    supers.add(hook.type);
                }
            }
        }
        ClassWriter w = new ClassWriter(0);
        w.visit(
                Opcodes.V17,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                "dev/clew/agent/GateNames",
                null,
                "java/lang/Object",
                null);
        w.visitField(Opcodes.ACC_STATIC, "WAKE", "Ljava/lang/String;", null, null);
        w.visitField(Opcodes.ACC_STATIC, "SUPERS", "Ljava/lang/String;", null, null);
        // set in <clinit>, so that the Gate's own class file does not hold a copy of a constant
        var init = w.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        init.visitCode();
        init.visitLdcInsn(String.join("\n", wake));
        init.visitFieldInsn(Opcodes.PUTSTATIC, "dev/clew/agent/GateNames", "WAKE", "Ljava/lang/String;");
        init.visitLdcInsn(String.join("\n", supers));
        init.visitFieldInsn(Opcodes.PUTSTATIC, "dev/clew/agent/GateNames", "SUPERS", "Ljava/lang/String;");
        init.visitInsn(Opcodes.RETURN);
        init.visitMaxs(1, 0);
        init.visitEnd();
        w.visitEnd();
        return w.toByteArray();
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
