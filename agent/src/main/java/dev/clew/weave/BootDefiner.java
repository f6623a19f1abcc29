package dev.clew.weave;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** Puts {@code java.lang.ClewLinker} where every loader sees it, and connects it. */
final class BootDefiner {
    private static final String NAME = "java.lang.ClewLinker";

    private BootDefiner() {}

    /**
     * @param classFile of {@code java.lang.ClewLinker}
     * @throws ReflectiveOperationException where neither way works; nothing can be woven then
     */
    static void define(Instrumentation instrumentation, byte[] classFile, Links links) throws Exception {
        Class<?> linker;
        try {
            linker = Class.forName(NAME, true, null);
        } catch (ClassNotFoundException expected) {
            linker = define(instrumentation, classFile);
        }
        MethodType type = MethodType.methodType(
                java.lang.invoke.CallSite.class,
                MethodHandles.Lookup.class,
                String.class,
                MethodType.class,
                int.class,
                int.class);
        MethodHandle link = MethodHandles.lookup().findVirtual(Links.class, "link", type).bindTo(links);
        linker.getField("target").set(null, link);
    }

    private static Class<?> define(Instrumentation instrumentation, byte[] classFile) throws Exception {
        try {
            Module ours = BootDefiner.class.getModule();
            Module base = Object.class.getModule();
            instrumentation.redefineModule(
                    base, Set.of(), Map.of(), Map.of("java.lang", Set.of(ours)), Set.of(), Map.of());
            return MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup()).defineClass(classFile);
        } catch (Exception | LinkageError refused) {
            // prints a class-data-sharing warning and leaves a file until exit: only where the JVM refuses the first way
            Reports.add("java.lang could not be opened (" + refused + "): the linker was appended to the boot class path");
            File jar = jarOf(classFile);
            instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar));
            return Class.forName(NAME, true, null);
        }
    }

    private static File jarOf(byte[] classFile) throws IOException {
        File jar = File.createTempFile("clew-linker", ".jar");
        jar.deleteOnExit();
        try (JarOutputStream out = new JarOutputStream(new java.io.FileOutputStream(jar))) {
            out.putNextEntry(new JarEntry(NAME.replace('.', '/') + ".class"));
            out.write(classFile);
            out.closeEntry();
        }
        return jar;
    }
}
