package dev.clew.weave;

import dev.clew.weave.index.IndexHooks;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Weaves {@link Target} in a loader of its own, with the hooks of {@code dev.clew.plugins.testing}. */
final class Woven extends ClassLoader {
    private static final HookIndex INDEX = index();
    private final HookIndex index;

    private Woven(HookIndex index) {
        super(Woven.class.getClassLoader());
        this.index = index;
    }

    static HookIndex index() {
        try {
            Path classes = Path.of(Woven.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path out = Files.createTempDirectory("clew-index");
            IndexHooks.main(new String[] {classes.toString(), out.toString()});
            try (InputStream in = Files.newInputStream(out.resolve(HookIndex.RESOURCE))) {
                return HookIndex.read(in, Set.of());
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A fresh loader with fresh breakers; its classes are woven as they are loaded. */
    static Woven loader() throws Exception {
        connect(new Links(null, INDEX, false));
        return new Woven(INDEX);
    }

    static void connect(Links links) throws Exception {
        MethodType type = MethodType.methodType(
                java.lang.invoke.CallSite.class,
                MethodHandles.Lookup.class,
                String.class,
                MethodType.class,
                int.class,
                int.class);
        MethodHandle link = MethodHandles.lookup().findVirtual(Links.class, "link", type).bindTo(links);
        Class.forName("java.lang.ClewLinker").getField("target").set(null, link);
    }

    static Links failing() {
        return new Links(null, INDEX, true);
    }

    Object target() throws Exception {
        return loadClass(Target.class.getName()).getConstructor().newInstance();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(Target.class.getName())) {
            return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
            return loaded;
        }
        try {
            byte[] bytes = bytes(name);
            List<HookPoint> points = index.on(name.replace('.', '/'));
            if (points == null) {
                for (String parent : dev.clew.agent.Supers.of(bytes)) {
                    points = points == null ? index.onSubtypesOf(parent) : points;
                }
            }
            byte[] woven = points == null ? null : Weaver.weave(bytes, points, -1).classFile;
            byte[] classFile = woven == null ? bytes : woven;
            return defineClass(name, classFile, 0, classFile.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    static byte[] bytes(String name) throws IOException {
        try (InputStream in = Woven.class.getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }
}
