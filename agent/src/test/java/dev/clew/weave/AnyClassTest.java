package dev.clew.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.hook.Wake;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The verifier is the judge: every method of every class of some big libraries and of java.util is woven and verified. */
class AnyClassTest {

    @Test
    void everyMethodOfBigLibrariesPassesTheVerifierOnceWoven() throws Exception {
        int classes = 0;
        for (String name : List.of(
                "com/fasterxml/jackson/databind/ObjectMapper",
                "picocli/CommandLine",
                "org/objectweb/asm/Type",
                "io/netty/util/concurrent/DefaultPromise")) {
            Path jar = Path.of(URI.create(
                    getClass().getClassLoader().getResource(name + ".class").toString().replaceAll("^jar:|!.*$", "")));
            classes += verify(read(jar));
        }
        assertThat(classes).isGreaterThan(900);
    }

    @Test
    void everyMethodOfTheJdksCollectionsAndConcurrencyPassesTheVerifierOnceWoven() throws Exception {
        List<byte[]> files = new ArrayList<>();
        FileSystem jrt = FileSystems.getFileSystem(URI.create("jrt:/"));
        for (String folder : List.of("java/util", "java/net")) {
            try (Stream<Path> walk = Files.walk(jrt.getPath("modules/java.base", folder))) {
                for (Path file : walk.filter(p -> p.toString().endsWith(".class")).toList()) {
                    files.add(Files.readAllBytes(file));
                }
            }
        }
        int woven = 0;
        for (byte[] file : files) {
            byte[] result = Weaver.weave(file, List.of(everything(file, 0), everything(file, 1)), -1).classFile;
            if (result != null) {
                // classes of java.* can't be defined twice: the reader's own checks are what is left
                new ClassReader(result).accept(new Silent(), ClassReader.EXPAND_FRAMES);
                woven++;
            }
        }
        assertThat(woven).isGreaterThan(500);
    }

    private static List<byte[]> read(Path jar) throws Exception {
        List<byte[]> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                boolean plain = entry.getName().endsWith(".class")
                        && !entry.getName().startsWith("META-INF")
                        && !entry.getName().equals("module-info.class");
                if (plain) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        files.add(in.readAllBytes());
                    }
                }
            }
        }
        return files;
    }

    private static int verify(List<byte[]> files) throws Exception {
        Map<String, byte[]> woven = new java.util.HashMap<>();
        for (byte[] file : files) {
            Weaver.Woven result = Weaver.weave(file, List.of(everything(file, 0), everything(file, 1)), -1);
            woven.put(new ClassReader(file).getClassName().replace('/', '.'), result.classFile == null ? file : result.classFile);
        }
        ClassLoader loader = new ClassLoader(AnyClassTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                byte[] bytes = woven.get(name);
                Class<?> loaded = findLoadedClass(name);
                return bytes == null ? super.loadClass(name, resolve)
                        : loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
            }
        };
        int verified = 0;
        for (String name : woven.keySet()) {
            try {
                // linking verifies; getting the methods links
                java.lang.invoke.MethodHandles.lookup().ensureInitialized(Class.forName(name, false, loader));
            } catch (VerifyError | ClassFormatError e) {
                throw new AssertionError(name, e);
            } catch (NoClassDefFoundError | ExceptionInInitializerError | IllegalAccessException optionalDependency) {
                verify(loader, name);
            }
            verified++;
        }
        return verified;
    }

    private static void verify(ClassLoader loader, String name) {
        try {
            Class.forName(name, false, loader).getDeclaredMethods();
        } catch (VerifyError | ClassFormatError e) {
            throw new AssertionError(name, e);
        } catch (ClassNotFoundException | NoClassDefFoundError optionalDependency) {
            // not on the class path
        }
    }

    /** Two hooks on all that a class has: one with every advice, one that only guards. */
    private static HookPoint everything(byte[] file, int id) {
        List<String> methods = new ArrayList<>();
        new ClassReader(file).accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
                if (!name.equals("<clinit>") && !name.equals("<init>")) {
                    methods.add(name);
                }
                return null;
            }
        }, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        List<Advice> advice = new ArrayList<>();
        Type object = Type.getType(Object.class);
        Type thrown = Type.getType(Throwable.class);
        advice.add(new Advice(0, Advice.Kind.ENTER, "enter", Type.getMethodType(object, object), -1, List.of("this")));
        advice.add(new Advice(
                1,
                Advice.Kind.EXIT,
                "exit",
                Type.getMethodType(Type.VOID_TYPE, object, object, object, thrown),
                -1,
                List.of("this", "entered", "returned", "threw")));
        return new HookPoint(
                id, "dev/clew/plugins/testing/NoHook", "x", false, methods, null, null, null, Wake.TRACING, false, "testing", advice);
    }

    private static final class Silent extends ClassVisitor {
        Silent() {
            super(Opcodes.ASM9);
        }
    }
}
