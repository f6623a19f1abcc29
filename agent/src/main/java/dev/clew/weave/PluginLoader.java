package dev.clew.weave;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Loads hooks for one loader of the application.
 *
 * <pre>
 *    boot  java.lang.ClewLinker, JDK
 *      ^
 *   platform loader          application's loader (class path, Boot fat jar, web app, OSGi bundle, named module...)
 *      ^                          ^
 *   agent loader  <-----------  plugin loader      dev.clew.plugins.*  defined here, once for each application loader
 *   dev.clew.*, ASM, SDK                           dev.clew.*          from the agent loader
 *                                                  everything else     from the application's loader
 * </pre>
 *
 * So a hook sees the very library classes that the woven code sees, and the application sees nothing of ours. The loader is
 * held by the call sites that were linked through it, and goes when the application's loader goes.
 */
final class PluginLoader extends ClassLoader {
    private static final String PLUGINS = "dev.clew.plugins.";
    private static final ClassLoader AGENT = PluginLoader.class.getClassLoader();
    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();
    private static final Map<Key, WeakReference<PluginLoader>> LOADERS = new HashMap<>();
    private static final ReferenceQueue<ClassLoader> GONE = new ReferenceQueue<>();

    /** By identity: a loader's own {@code hashCode} is the application's code. */
    private static final class Key extends WeakReference<ClassLoader> {
        private final int hash;

        Key(ClassLoader loader) {
            super(loader, GONE);
            this.hash = System.identityHashCode(loader);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            ClassLoader mine = get();
            return this == other || mine != null && other instanceof Key key && mine == key.get();
        }
    }

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader application;
    private final Breaker[] breakers;

    private PluginLoader(ClassLoader application, HookIndex index) {
        super(null);
        this.application = application;
        this.breakers = new Breaker[index.all.size()];
        for (int i = 0; i < breakers.length; i++) {
            breakers[i] = new Breaker(index.all.get(i));
        }
    }

    /** @param application null for the boot loader */
    static PluginLoader of(ClassLoader application, HookIndex index) {
        ClassLoader beside = application == null ? PLATFORM : application;
        Key key = new Key(beside);
        synchronized (LOADERS) {
            for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
                LOADERS.remove(gone);
            }
            WeakReference<PluginLoader> reference = LOADERS.get(key);
            PluginLoader loader = reference == null ? null : reference.get();
            if (loader == null) {
                loader = new PluginLoader(beside, index);
                LOADERS.remove(key); // the key that goes with its loader is the one to stay
                LOADERS.put(key, new WeakReference<>(loader));
            }
            return loader;
        }
    }

    /** The loaders still in use, for {@code doctor}. */
    static List<PluginLoader> all() {
        List<PluginLoader> all = new ArrayList<>();
        synchronized (LOADERS) {
            for (WeakReference<PluginLoader> reference : LOADERS.values()) {
                PluginLoader loader = reference.get();
                if (loader != null) {
                    all.add(loader);
                }
            }
        }
        return all;
    }

    Breaker breaker(int hook) {
        return breakers[hook];
    }

    ClassLoader application() {
        return application;
    }

    /** The glue class, defined on first use. */
    Class<?> glue(String internalName, Supplier<byte[]> classFile) {
        String name = internalName.replace('/', '.');
        synchronized (getClassLoadingLock(name)) {
            Class<?> glue = findLoadedClass(name);
            if (glue == null) {
                byte[] bytes = classFile.get();
                glue = defineClass(name, bytes, 0, bytes.length);
            }
            return glue;
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("dev.clew.")) {
            return application.loadClass(name);
        }
        if (!name.startsWith(PLUGINS)) {
            return AGENT.loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = AGENT.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
